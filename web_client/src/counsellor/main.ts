import { start } from '@kit/start';
import Counsellor from './Counsellor.svelte';

start(Counsellor);
