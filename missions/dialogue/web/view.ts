/** What the screen receives: see views.py. */
export interface Line {
  /** A character's id; null when nobody says it. */
  by: string | null;
  text: string;
}

export interface DialogueShared {
  lines: readonly Line[];
  turn: number;
  choices: readonly { id: string; text: string }[];
  voices: number;
  last: {
    choice: string;
    text: string;
    tied: boolean;
    decided_by: string | null;
    counts: Readonly<Record<string, number>> | null;
  } | null;
  earlier: readonly { lines: readonly Line[]; chosen: string }[];
  done: boolean;
}

/** Lines said one after the other by the same person stand together. */
export function spoken(lines: readonly Line[]): { by: string | null; texts: string[] }[] {
  const told: { by: string | null; texts: string[] }[] = [];
  for (const { by, text } of lines) {
    const last = told.at(-1);
    if (last?.by === by) last.texts.push(text);
    else told.push({ by, texts: [text] });
  }
  return told;
}
