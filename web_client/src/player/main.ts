import { beginLanguage } from '@kit/language.svelte';
import { start } from '@kit/start';
import Player from './Player.svelte';

void beginLanguage().then(() => start(Player));
