/** What every page does first: the common style, the person's preferences, then its own screens. */
import { mount, type Component } from 'svelte';
import './base.css';
import { applyPreferences } from './theme';

export async function start(page: Component): Promise<void> {
  await applyPreferences();
  const target = document.getElementById('page');
  if (target === null) throw new Error('the page has no element named « page »');
  mount(page, { target });
}
