import { askAs } from '@kit/requests';
import { start } from '@kit/start';
import Counsellor from './Counsellor.svelte';

askAs('counsellor');
start(Counsellor);
