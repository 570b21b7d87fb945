/** How many buttons of a screen stand inside it, beside what they read: without any, the header has one. */
let inside = $state(0);

export const buttonsInside = (): number => inside;

/** Counts one more, for as long as it stands there; the function returned takes it away. */
export function standsInside(): () => void {
  inside += 1;
  return () => {
    inside -= 1;
  };
}
