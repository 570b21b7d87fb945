// @vitest-environment jsdom
import { helpLines } from '@kit/help_lines';
import { ask } from '@kit/requests';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

const answering = (body: string, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(body, { status }))),
  );

describe('asking the server', () => {
  it('a refusal brings its code, its sentence and its details', async () => {
    answering('{"code":"weak_pin","sentence":"Choisis-en un autre.","details":{"field":"pin"}}', 422);
    expect(await ask('POST', '/api/join', {})).toEqual({
      ok: false,
      code: 'weak_pin',
      sentence: 'Choisis-en un autre.',
      details: { field: 'pin' },
    });
  });

  it('no network, or an answer that is not ours, is a sentence too', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await ask('GET', '/api/x')).toMatchObject({ ok: false, code: 'unreachable' });
    answering('<html>Portail du café</html>');
    expect(await ask('GET', '/api/x')).toMatchObject({ ok: false, code: 'unreadable' });
    answering('<html>Bad gateway</html>', 502);
    expect(await ask('GET', '/api/x')).toMatchObject({ ok: false, code: 'unreadable' });
  });
});

it('the structure’s own number is added to the public lines, which stay in their order', () => {
  const lines = helpLines([
    { number: '112', title: 'Urgence', text: '' },
    { number: '03 20 00 00 00', title: 'L’accueil', text: '' },
    { number: '115', title: 'Sans abri ce soir', text: '' },
  ]);
  expect(lines.slice(0, 2).map(({ number }) => number)).toEqual(['114', '3114']);
  expect(lines.at(-2)).toMatchObject({ title: 'L’accueil', detail: '03 20 00 00 00', href: 'tel:0320000000' });
  expect(lines.at(-1)).toMatchObject({ title: '115', detail: 'Sans abri ce soir' });
  expect(lines.filter(({ number }) => number === '112')).toEqual([]);
});
