import { start } from '@kit/start';
import Gallery from './Gallery.svelte';

start(Gallery);
