/** Where I am in my place. Each screen is an entry of the browser's history, so that the phone's own back key works. */

/** Screens that need nothing to be shown. */
export type PlainSide =
  | 'panes'
  | 'offers'
  | 'people'
  | 'mine'
  | 'recall'
  | 'missed'
  | 'days'
  | 'story'
  | 'keepsake'
  | 'poster'
  | 'needs'
  | 'card';

export type Route =
  | { screen: 'today' | 'mission' | 'help' | PlainSide }
  | { screen: 'bravo'; to: string | null }
  | { screen: 'offer'; id: string }
  | { screen: 'recap'; day: number };

interface Kept {
  route: Route;
  /** How many screens of ours are behind this one. */
  depth: number;
}

export class Way {
  #kept = $state.raw<Kept>({ route: { screen: 'today' }, depth: 0 });

  constructor() {
    this.#read();
  }

  get route(): Route {
    return this.#kept.route;
  }

  /** Follows the back key; the function returned ends it. */
  follow(): () => void {
    const read = () => this.#read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }

  go(route: Route): void {
    this.#kept = { route, depth: this.#kept.depth + 1 };
    history.pushState({ eclats: this.#kept }, '');
  }

  /** Takes the place of this screen: back does not return to it. */
  become(route: Route): void {
    this.#kept = { route, depth: this.#kept.depth };
    history.replaceState({ eclats: this.#kept }, '');
  }

  back(): void {
    if (this.#kept.depth > 0) history.back();
    else this.become({ screen: 'today' });
  }

  #read(): void {
    const state = history.state as { eclats?: Kept } | null;
    this.#kept = state?.eclats ?? { route: { screen: 'today' }, depth: 0 };
  }
}
