/** What the screen receives: see views.py. */
export interface Family {
  id: string;
  name: string;
  gate: string;
  details: readonly { id: string; text: string }[];
}

export interface PortraitShared {
  intro: string;
  edition: string;
  compared_with: string | null;
  families: readonly Family[];
  answered: number;
  done: boolean;
  after: string | null;
}
