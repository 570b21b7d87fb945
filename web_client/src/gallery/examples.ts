/** Made-up roofs and people, for looking at the kit. */
import type { PaneState, Verriere } from '@kit/verriere';

const TEN_DAYS = [2, 3, 2, 3, 3, 3, 3, 2, 2, 2];

/** A roof whose first `won` panes are lit; `then` names the states of those that follow. */
export function roof(
  won: number,
  then: readonly PaneState[] = [],
  panes: readonly number[] = TEN_DAYS,
  seed = 7,
): Verriere {
  let place = 0;
  const state = (): PaneState => {
    place += 1;
    return place <= won ? 'won' : (then[place - won - 1] ?? 'to_come');
  };
  return {
    seed,
    days: panes.map((count, day) => ({
      panes: Array.from({ length: count }, (_, index) => ({ mission: `${day}.${index}`, state: state() })),
    })),
  };
}

export function marked(verriere: Verriere): Verriere {
  const days = verriere.days.map((day, index) => ({
    panes: day.panes.map((pane, place) =>
      pane.state === 'won' && place === 0 && index % 2 === 0
        ? { ...pane, mark: index === 2 ? ('shared' as const) : ('useful' as const) }
        : pane,
    ),
  }));
  return { ...verriere, days };
}

export const EIGHT = [
  { id: 'yanis', figure: 0 },
  { id: 'maelle', figure: 1 },
  { id: 'inaya', figure: 2, me: true },
  { id: 'sofiane', figure: 7 },
  { id: 'lou', figure: 4 },
  { id: 'samira', figure: 5 },
  { id: 'tiago', figure: 6 },
  { id: 'awa', figure: 3 },
];
