const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows walk from one proposed act to the next; Enter does it, as on any button. The group of the row is the one shown beside. */
export function walk(list: HTMLElement, choose: (group: string) => void): () => void {
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const target = event.target as HTMLElement;
    if (step === undefined || target.matches('input, textarea, select')) return;
    const acts = [...list.querySelectorAll<HTMLElement>('.act button')];
    const row = target.closest('li');
    const here = acts.findIndex((act) => row?.contains(act));
    acts[here + step]?.focus();
    event.preventDefault();
  };
  const look = (event: FocusEvent) => {
    const group = (event.target as HTMLElement).closest('li')?.dataset['group'];
    if (group !== undefined) choose(group);
  };
  list.addEventListener('keydown', move);
  list.addEventListener('focusin', look);
  return () => {
    list.removeEventListener('keydown', move);
    list.removeEventListener('focusin', look);
  };
}
