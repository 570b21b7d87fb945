// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Counsellor from '../Counsellor.svelte';
import type { Appointment } from '../wire';
import { appointment, every, hoursOf, PARIS } from './examples';

const NOW = '2026-12-07T08:00:00Z';
const ME = {
  id: 'k',
  name: 'Karim Delattre',
  email: 'karim@exemple.fr',
  roles: ['counsellor'],
  structure: { name: 'Mission Locale', time_zone: PARIS },
};

let appointments: Appointment[];
let signedIn: boolean;
let asked: { method: string; path: string; body: unknown }[];

function answer(method: string, path: string): [number, unknown] {
  if (path === '/api/staff/key') signedIn = true;
  if (path === '/api/staff/key') return [200, { done: true }];
  if (!signedIn) return [401, { code: 'signed_out', sentence: 'Connectez-vous de nouveau.', details: {} }];
  if (path === '/api/staff/me') return [200, ME];
  if (path === '/api/sites') return [200, [{ id: 's', name: 'Accueil', time_zone: PARIS }]];
  if (path.endsWith('/openings')) return [200, hoursOf({ openings: [every(1, '09:00:00', '12:00:00')] })];
  if (path.endsWith('/calendar')) return [200, null];
  if (path.endsWith('/confirm')) appointments = appointments.map((it) => ({ ...it, confirmed: true }));
  if (path.endsWith('/cancel')) return [409, { code: 'appointment_over', sentence: 'Ce rendez-vous a commencé.' }];
  return [200, method === 'GET' ? { appointments, call_backs: [], free: [] } : {}];
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['Date'] });
  signedIn = true;
  asked = [];
  appointments = [];
  history.replaceState(null, '', '/conseil');
  const nothing = () => undefined;
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: nothing, removeEventListener: nothing }));
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit) => {
    asked.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined });
    const [status, value] = answer(method, path);
    return Promise.resolve(new Response(JSON.stringify(value), { status }));
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a key in the address opens the page, and leaves the address', async () => {
  signedIn = false;
  history.replaceState(null, '', '/conseil#a-key');
  render(Counsellor);
  await screen.findByText('Karim Delattre');
  expect(asked[0]).toEqual({ method: 'POST', path: '/api/staff/key', body: { key: 'a-key' } });
  expect(location.href).not.toContain('a-key');
});

it('somebody who is signed out is asked for e-mail and password', async () => {
  signedIn = false;
  render(Counsellor);
  expect(await screen.findByLabelText('Adresse e-mail')).toBeDefined();
  expect(screen.getByLabelText('Mot de passe')).toBeDefined();
});

it('shows what the young person chose to say, and nothing when they said nothing', async () => {
  appointments = [appointment({ start: '2026-12-08T13:30:00Z', shared: ['Le permis, combien ça coûte'] })];
  render(Counsellor);
  await screen.findByRole('heading', { name: /Inaya, mardi 8, 14\sh\s30/ });
  const said = screen.getByRole('heading', { name: 'Ce qu’Inaya a choisi de dire' }).closest('section');
  expect(
    within(said!)
      .getAllByRole('listitem')
      .map((it) => it.textContent),
  ).toEqual(['Le permis, combien ça coûte']);
});

it('confirms on one press, and says that the young person knows', async () => {
  appointments = [appointment({ id: 'b1', start: '2026-12-08T13:30:00Z' })];
  render(Counsellor);
  await fireEvent.click(await screen.findByRole('button', { name: 'Confirmer' }));
  expect(await screen.findByText('C’est confirmé. Inaya le sait.')).toBeDefined();
  expect(asked.some((it) => it.path === '/api/counsellor/appointments/b1/confirm')).toBe(true);
  expect(screen.queryByRole('button', { name: 'Confirmer' })).toBeNull();
});

it('asks once more before it cancels, and shows a refusal in words', async () => {
  appointments = [appointment({ id: 'b1', start: '2026-12-08T13:30:00Z' })];
  render(Counsellor);
  await fireEvent.click(await screen.findByRole('button', { name: 'Annuler' }));
  expect(asked.some((it) => it.path.endsWith('/cancel'))).toBe(false);
  await fireEvent.click(await screen.findByRole('button', { name: 'Oui, annuler' }));
  expect(await screen.findByText('Ce rendez-vous a commencé.')).toBeDefined();
});

it('a conflict with the calendar comes before confirming', async () => {
  const conflicts = [{ kind: 'deleted' as const, start: null, end: null }];
  appointments = [appointment({ id: 'b1', start: '2026-12-08T13:30:00Z', conflicts })];
  render(Counsellor);
  await fireEvent.click(await screen.findByRole('button', { name: 'Le remettre dans mon agenda' }));
  expect(screen.queryByRole('button', { name: 'Confirmer' })).toBeNull();
  expect(asked.find((it) => it.path.endsWith('/settle'))?.body).toEqual({ keep: 'ours' });
});

it('asks how a past one went, with three words to answer', async () => {
  appointments = [appointment({ id: 'b1', first_name: 'Tiago', start: '2026-12-06T10:00:00Z' })];
  render(Counsellor);
  const row = await screen.findByRole('group', { name: /Tiago/ });
  expect(
    within(row)
      .getAllByRole('button')
      .map((it) => it.textContent?.trim()),
  ).toEqual(['Venu', 'Excusé', 'Pas venu']);
  await fireEvent.click(within(row).getByRole('button', { name: 'Excusé' }));
  expect(asked.find((it) => it.path.endsWith('/mark'))?.body).toEqual({ outcome: 'excused' });
});

it('without network, says so and keeps what was there', async () => {
  appointments = [appointment({ start: '2026-12-08T13:30:00Z' })];
  render(Counsellor);
  await screen.findByRole('button', { name: 'Confirmer' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText(/Pas de réseau/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Confirmer' })).toBeDefined();
});
