import { start } from '@kit/start';
import Player from './Player.svelte';

start(Player);
