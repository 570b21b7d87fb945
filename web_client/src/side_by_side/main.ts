import { start } from '@kit/start';
import SideBySide from './SideBySide.svelte';

start(SideBySide);
