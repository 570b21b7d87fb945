/** How one says when. */
import { inLanguage } from '@kit/language.svelte';

export const words = inLanguage('place/time', {
  today: 'aujourd’hui',
  tomorrow: 'demain',
  at: (day: string, hour: string) => `${day}, à ${hour}`,
  untilLater: (hour: string) => `À tout à l’heure, ${hour}`,
  untilTomorrow: (hour: string) => `À demain, ${hour}`,
  untilWeekday: (weekday: string, hour: string) => `À ${weekday}, ${hour}`,
  untilDay: (day: string, hour: string) => `Au ${day}, ${hour}`,
});
