/** One-letter shortcuts: what each does, where it holds, and the switch that stops them (letters may be typed by voice, or by mistake). */
import type { Board } from './board.svelte';
import { settle } from './needs/settle';
import { words as needs } from './needs/words.fr';
import { shortcuts as words } from './words.fr';

export interface Shortcut {
  readonly keys: readonly string[];
  /** As it is written in the list. */
  readonly shown: string;
  readonly words: string;
  readonly run?: (board: Board, key: string) => void;
}

/** How long a need is put off by one letter, in minutes. */
const SHORT = 5;
const KEPT = 'eclats/console/letters';

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: [], shown: '↑ ↓', words: words.walk },
  { keys: [], shown: 'Entrée', words: words.send },
  { keys: ['l'], shown: 'L', words: words.list, run: (board) => board.go({ at: 'needs' }) },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1 à 9',
    words: words.group,
    run: (board, key) => {
      const room = board.rooms[Number(key) - 1];
      if (room) board.goTo(room.id);
    },
  },
  { keys: ['g'], shown: 'G', words: words.groups, run: (board) => board.go({ at: 'groups' }) },
  { keys: ['c'], shown: 'C', words: words.calendar, run: (board) => board.go({ at: 'calendar' }) },
  { keys: ['r'], shown: 'R', words: words.relay, run: (board) => board.go({ at: 'relay' }) },
  { keys: ['e'], shown: 'E', words: words.write, run: (board) => (board.panel = { show: 'message', to: 'all' }) },
  { keys: ['m'], shown: 'M', words: words.claim, run: (board) => onRow(board, 'claim') },
  { keys: ['d'], shown: 'D', words: words.later, run: (board) => onRow(board, 'snooze') },
  { keys: ['a'], shown: 'A', words: words.undo, run: (board) => board.undoLast() },
  { keys: ['P'], shown: 'Maj + P', words: words.pause, run: (board) => void board.pauseAll() },
  { keys: ['?'], shown: '?', words: words.help, run: (board) => (board.shortcutsOpen = !board.shortcutsOpen) },
];

/** On the row of the list that has the focus. */
function onRow(board: Board, what: 'claim' | 'snooze'): void {
  const key = document.activeElement?.closest<HTMLElement>('[data-need]')?.dataset['need'];
  if (key === undefined) return;
  if (what === 'claim') void settle(board, key, what, needs.claimedNow);
  else void settle(board, key, what, needs.snoozed, { minutes: SHORT });
}

/** Whether a key belongs to a field, or to the browser: then it is no shortcut. */
export function isOurs(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>, target: Element | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return target === null || target.closest('input, textarea, select, [contenteditable]') === null;
}

export function lettersOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

export function keepLetters(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
}

/** Does what the key asks; `?` holds even when the letters are off. */
export function press(board: Board, key: string, letters: boolean): boolean {
  const found = SHORTCUTS.find((one) => one.keys.includes(key));
  if (found?.run === undefined || (!letters && key !== '?')) return false;
  found.run(board, key);
  return true;
}
