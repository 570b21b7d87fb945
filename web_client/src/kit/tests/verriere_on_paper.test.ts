// Spec: V1
import { expect, it } from 'vitest';
import { draw, PANE_STATES, type Verriere } from '../verriere';

const DAYS = [[1], [4, 3, 2, 1], [2, 3, 2, 3, 3, 3, 3, 2, 2, 2]];
const SEEDS = ['0', '7919', '9223372036854775807', 'é « ☂ 🦊 »'];

const pictures = DAYS.flatMap((counts, place) =>
  SEEDS.map((seed, turn) => {
    const days = counts.map((count, day) => ({
      panes: Array.from({ length: count }, (_, index) => ({
        mission: `${day}.${index}`,
        state: PANE_STATES[(day * 3 + index * 5 + turn * (place + 1)) % PANE_STATES.length] ?? 'won',
      })),
    }));
    const verriere: Verriere = { seed, days };
    const { panes, frame, posts, water } = draw(verriere, 'large');
    const drawn = panes.map(({ mission, state, outline, seamPath, facets, middle }) => ({
      mission,
      state,
      outline,
      seamPath,
      facets,
      middle,
    }));
    return { verriere, picture: { panes: drawn, frame, posts, water } };
  }),
);

it('draws what the paper draws: both keep to the same pictures, made again with `vitest -u`', async () => {
  const file = '../../../../tests/papers/verriere_pictures.json';
  await expect(`${JSON.stringify(pictures)}\n`).toMatchFileSnapshot(file);
});
