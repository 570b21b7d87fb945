/** Light or dark, how much moves, how letters stand: the system's choice until the person makes their own. */
export type Theme = 'dark' | 'light';

const THEME = 'eclats-theme';
const MOTION = 'eclats-motion';
const READING = 'eclats-reading';

/** Sets the page's theme and motion, and follows the system while nobody chose otherwise. */
export async function applyPreferences(): Promise<void> {
  const system = matchMedia('(prefers-color-scheme: light)');
  const apply = () => {
    document.documentElement.dataset['theme'] = kept(THEME) ?? (system.matches ? 'light' : 'dark');
    document.documentElement.dataset['motion'] = kept(MOTION) ?? 'full';
  };
  apply();
  system.addEventListener('change', apply);
  if (kept(READING) === null) return;
  try {
    const { applyReading, reading } = await import('./reading');
    applyReading(reading());
  } catch {
    return;
  }
}

/** The person's own choice; null gives it back to the system. */
export function chooseTheme(theme: Theme | null): void {
  keep(THEME, theme);
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme ?? system;
}

/** The person's own choice, or null while the system's is followed. */
export function chosenTheme(): Theme | null {
  const theme = kept(THEME);
  return theme === 'dark' || theme === 'light' ? theme : null;
}

export function chooseLessMotion(less: boolean): void {
  keep(MOTION, less ? 'less' : null);
  document.documentElement.dataset['motion'] = less ? 'less' : 'full';
}

export function lessMotionChosen(): boolean {
  return document.documentElement.dataset['motion'] === 'less';
}

// A browser may refuse storage altogether: the choice then lasts as long as the page.
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}
