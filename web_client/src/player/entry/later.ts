/** What comes after the first paint of the way in, in one file. */
export { default as Languages } from '@kit/Languages.svelte';
export { default as Listen } from '@kit/Listen.svelte';
export { default as Ideas } from './Ideas.svelte';
export { default as Pin } from './Pin.svelte';
export { default as Places } from './Places.svelte';
export { default as Return } from './Return.svelte';
export { default as Roof } from './Roof.svelte';
