/** Whom to call, kept on this phone: the help screen must be right without network too. */
import type { OnCall, PublicNumber } from '@kit/help_lines';

export interface KeptHelp {
  onCall: OnCall | undefined;
  numbers: readonly PublicNumber[];
}

const KEY = 'eclats-help';
const NOTHING: KeptHelp = { onCall: undefined, numbers: [] };

export function keptHelp(): KeptHelp {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<KeptHelp> | null;
    return { onCall: kept?.onCall ?? undefined, numbers: Array.isArray(kept?.numbers) ? kept.numbers : [] };
  } catch {
    return NOTHING;
  }
}

export function keepHelp(help: KeptHelp): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(help));
  } catch {
    return;
  }
}
