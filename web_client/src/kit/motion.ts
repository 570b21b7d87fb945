/** Whether things should stand still: the system says so, or the person did on this page. */
export function isCalm(): boolean {
  return (
    document.documentElement.dataset['motion'] === 'less' || matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
