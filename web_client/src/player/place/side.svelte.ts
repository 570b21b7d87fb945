/** The screens beside the game, fetched when one is opened or when the phone is idle: nobody waits for them at the first step. */
import type { Component, ComponentProps } from 'svelte';
import type SideScreen from './SideScreen.svelte';

type Side = Component<ComponentProps<typeof SideScreen>>;

class SideScreens {
  /** Null until it has come; it is then there at once. */
  screen = $state.raw<Side | null>(null);

  async load(): Promise<void> {
    this.screen ??= (await import('./SideScreen.svelte')).default;
  }
}

export const side = new SideScreens();
