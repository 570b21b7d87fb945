/** The ways in, as the server knows them. */
import { ask, type Answered } from '@kit/requests';
import { keepPlace } from '../places';

/** What the door says of the group behind it. */
export interface DoorAnswer {
  group: string;
  suggestions: readonly string[];
}

export interface Entered {
  seat: string;
  first_name: string;
}

export async function look(code: string): Promise<Answered<DoorAnswer>> {
  const answer = await ask<{ group: string | { name: string }; suggestions?: readonly string[] }>(
    'GET',
    `/api/door/${encodeURIComponent(code)}`,
  );
  if (!answer.ok) return answer;
  const { group, suggestions = [] } = answer.value;
  return { ok: true, value: { group: typeof group === 'string' ? group : group.name, suggestions } };
}

export function join(code: string, first_name: string, pin: string): Promise<Answered<Entered>> {
  return enter('/api/join', { code, first_name, pin });
}

export function comeBack(group_code: string, first_name: string, pin: string): Promise<Answered<Entered>> {
  return enter('/api/return', { group_code, first_name, pin }, group_code);
}

export function bySecret(asks: 'card' | 'device', secret: string): Promise<Answered<Entered>> {
  return enter(`/api/${asks}`, asks === 'card' ? { card: secret } : { code: secret });
}

async function enter(path: string, body: object, code?: string): Promise<Answered<Entered>> {
  const answer = await ask<Entered & { group_code?: string }>('POST', path, body);
  if (!answer.ok) return answer;
  const { seat, first_name, group_code = code ?? '' } = answer.value;
  keepPlace({ seat, name: first_name, code: group_code });
  return { ok: true, value: { seat, first_name } };
}
