/** What every page does first: the common style, the person's preferences, then its own screens. */
import { mount, type Component } from 'svelte';
import './base.css';
import { applyPreferences } from './theme';

export function start(page: Component): void {
  applyPreferences();
  const target = document.getElementById('page');
  if (target === null) throw new Error('the page has no element named « page »');
  mount(page, { target });
}
