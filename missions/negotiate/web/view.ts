/** What the screen receives: see views.py. */
export interface Side {
  id: string;
  name: string;
  wants: string | null;
  constraints: number;
  accepts: number;
  refuses: number;
}

export interface Dimension {
  id: string;
  name: string;
  options: readonly { id: string; text: string }[];
}

export interface NegotiateShared {
  intro: string;
  sides: readonly Side[];
  held: Readonly<Record<string, readonly string[]>>;
  dimensions: readonly Dimension[];
  proposal: { options: readonly string[]; refused: boolean } | null;
  tried: readonly (readonly string[])[];
  by_character: boolean;
  done: boolean;
  after: string | null;
}

export interface Constraint {
  id: string;
  side: string;
  text: string;
  fits: readonly string[];
  answer: 'yes' | 'no' | null;
  respected: boolean | null;
  says: string | null;
}

export interface NegotiateMine {
  constraints: readonly Constraint[];
  alone: boolean;
  proposed: boolean;
  can_propose: boolean;
  pause: { seconds: number; until: number } | null;
}

/** The words of a proposal, one for each dimension. */
export function wordsOf(
  dimensions: readonly Dimension[],
  options: readonly string[],
): { name: string; text: string }[] {
  return dimensions.map(({ name, options: all }, place) => ({
    name,
    text: all.find(({ id }) => id === options[place])?.text ?? '',
  }));
}
