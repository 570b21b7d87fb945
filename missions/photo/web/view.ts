/** What the screen receives: see views.py. */
export interface PhotoShared {
  ask: string;
  checklist: readonly string[];
  drawing: boolean;
  redo_reasons: readonly { id: string; text: string }[];
  proofs: readonly { seat: string; how: 'photo' | 'words' }[];
  by_character: boolean;
  done: boolean;
  after: string | null;
}

export interface PhotoMine {
  proof: 'photo' | 'words' | null;
  redo: string | null;
  can_confirm: readonly string[];
}
