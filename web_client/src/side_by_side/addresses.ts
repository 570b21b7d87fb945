/** The three addresses, from one fragment: `facilitatorKey.counsellorKey.group.doorCode`. */

export const FRAMES = ['phone', 'console', 'counsellor'] as const;
export type Frame = (typeof FRAMES)[number];

/**
 * A key goes on only as the fragment of its own frame: a fragment is sent to no server and stands in no log.
 * Null when the fragment does not hold four parts made of letters, digits, hyphens and underscores.
 */
export function addressesIn(fragment: string): Record<Frame, string> | null {
  const parts = fragment.replace(/^#/, '').split('.');
  if (parts.length !== 4 || !parts.every((part) => /^[\w-]+$/.test(part))) return null;
  const [facilitator, counsellor, group, door] = parts;
  return {
    phone: `/entrer/${door}`,
    console: `/console/${group}#${facilitator}`,
    counsellor: `/conseil#${counsellor}`,
  };
}
