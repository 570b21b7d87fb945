/** Which screen stands in a place now: what the group lives goes before where the person has walked, but takes no side screen away. */
import type { View } from './view';
import type { Route } from './way.svelte';
import { words } from './words.fr';

export type Screen = Route['screen'] | 'loading' | 'waiting' | 'removed' | 'paused' | 'ended' | 'won';

/** Screens one walks to and comes back from. */
export const SIDE_SCREENS: ReadonlySet<Screen> = new Set([
  'panes',
  'offers',
  'offer',
  'people',
  'mine',
  'recap',
  'recall',
  'missed',
  'days',
  'story',
  'keepsake',
  'poster',
  'needs',
  'card',
  'bravo',
]);

/** `ending`: a step has ended and this phone has not yet been through its last words, or its éclat. */
export function screenOf(view: View, route: Route, ending: 'ended' | 'won' | null, playing: boolean): Screen {
  if (route.screen === 'help') return 'help';
  if (view.group === null || view.mine === null) return 'loading';
  const { status } = view.mine;
  if (status === 'waiting' || status === 'removed') return status;
  if (SIDE_SCREENS.has(route.screen)) return route.screen;
  if (view.group.paused) return 'paused';
  if (ending !== null && status === 'here') return ending;
  return route.screen === 'mission' && playing ? 'mission' : 'today';
}

/** The words at the top: where I am. */
export function titleOf(view: View, screen: Screen, route: Route): string {
  const { group, mission, ended } = view;
  if (screen === 'mission' && mission) return mission.title;
  if (screen === 'ended' && ended) return ended.title;
  if (screen === 'recap' && route.screen === 'recap') return words.recap.title(route.day);
  if (group === null || screen === 'loading') return words.title;
  return group.day > 0 ? words.dayTitle(group.day, group.day_title) : group.title;
}
