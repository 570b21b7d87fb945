// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { hintCommand } from '../acts/hint_command';
import { isFew, type Hours } from '../hours/sheet';
import { told } from '../safety/checklist';
import { isOurs } from '../shortcuts';

const LADDER = [
  { said_by: 'samira', text: 'Relisez la troisième clause.', given: true },
  { said_by: 'idriss', text: 'Comparez les durées.', given: false },
];

describe('a hint', () => {
  const sent = (rung: number, text: string, saidBy: string) => hintCommand('m1', LADDER, rung, text, saidBy);

  it('is the rung itself while nothing was changed', () => {
    expect(sent(1, 'Comparez les durées. ', 'idriss')).toEqual({ type: 'give_hint', mission: 'm1', text: '', rung: 1 });
  });

  it('is one’s own words once they were changed, in the voice chosen', () => {
    const own = { type: 'give_hint', mission: 'm1', text: 'Comparez bien.' };
    expect(sent(1, 'Comparez bien.', 'samira')).toEqual({ ...own, said_by: 'samira' });
    expect(sent(1, 'Comparez bien.', '')).toEqual({ ...own, said_by: null });
  });

  it('that the group has, or without a word, is not sent', () => {
    expect(sent(0, 'Relisez la troisième clause.', 'samira')).toBeNull();
    expect(sent(-1, '   ', '')).toBeNull();
  });
});

describe('a key', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };

  it('typed in a field is no shortcut', () => {
    const field = document.createElement('textarea');
    expect(isOurs(plain, field)).toBe(false);
    expect(isOurs(plain, document.createElement('button'))).toBe(true);
  });

  it('with Control is the browser’s', () => {
    expect(isOurs({ ...plain, ctrlKey: true }, null)).toBe(false);
  });
});

it('« pas encore » is kept as nothing', () => {
  expect(told({ lou: 'adult', tiago: '', awa: 'received' })).toEqual({ lou: 'adult', awa: 'received' });
});

it('a week is told to be short once it is over, never before', () => {
  const hours: Hours = {
    days: [],
    weeks: [{ week: '2027-W09', from: '2027-03-01', to: '2027-03-07' }],
    low: 15,
    high: 20,
    seats: [],
  };
  const few = (minutes: number, today: string) => isFew(hours, '2027-W09', minutes, today);
  expect([few(600, '2027-03-08'), few(600, '2027-03-07'), few(900, '2027-03-08')]).toEqual([true, false, false]);
});
