// Spec: K44
import { expect, test, vi } from 'vitest';
import { keepAnswers, levelOf, readAnswers, withDetail, withGate, type Answers } from './answers';

const family = { id: 'emploi', name: 'Travailler', gate: 'Et toi ?', details: [{ id: 'chercher', text: 'Chercher.' }] };

test('what is more precise goes as far as the gate, and closes with it', () => {
  const open = withDetail(withGate({}, family, 'talk'), family, 'chercher', true);
  expect(open).toEqual({ 'emploi.gate': 'talk', 'emploi.chercher': 'talk' });
  expect(withGate(open, family, 'know')).toEqual({ 'emploi.gate': 'know', 'emploi.chercher': 'know' });
  expect(withGate(open, family, 'not_now')).toEqual({ 'emploi.gate': 'not_now', 'emploi.chercher': 'not_now' });
});

test('a bar has three lengths', () => {
  const level = (gate: Answers[string]) => levelOf({ 'emploi.gate': gate }, family);
  expect([levelOf({}, family), level('not_now'), level('know'), level('talk')]).toEqual([0, 0, 1, 2]);
});

test('the game hears once, with the last answers, and only which mission', async () => {
  const bodies: { values: object; told?: string }[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    bodies.push(JSON.parse(init.body as string));
    return new Response('{"done": true}');
  });
  const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`f${index}.gate`, 'know' as const]));
  expect((await keepAnswers('s', 'depart', 'm0', many)).ok).toBe(true);
  expect(bodies.map(({ values, told }) => [Object.keys(values).length, told])).toEqual([
    [40, undefined],
    [40, undefined],
    [10, 'm0'],
  ]);
  expect(Object.keys(bodies[0]?.values ?? {})[0]).toBe('portrait.depart.f0.gate');
});

test('what is read again is what was kept, without what is no answer', async () => {
  const values = { 'portrait.depart.emploi.gate': 'talk', 'portrait.depart.emploi.x': 'un secret' };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ values })));
  expect(await readAnswers('s', 'depart')).toEqual({ ok: true, value: { 'emploi.gate': 'talk' } });
});
