/** A group on its first day, as its console sees it; each test changes what it is about. */
import type { MissionSlice } from '@kit/mission_screens';
import type { Action, Need } from '../needs/need';
import type { ConsoleSlices, Desk, GroupSlice, GroupView, MissionLine, SeatLine } from '../shapes';

export const NOON = Date.parse('2027-03-01T12:00:00Z');
export const MINUTE = 60_000;

export const DAY_ONE: GroupSlice = {
  title: 'Le Quai',
  days: 2,
  day: 1,
  day_status: 'open',
  day_title: 'L’embauche',
  paused: false,
  time_zone: 'Europe/Paris',
  calendar: [
    { number: 1, on: '2027-03-01', opens: '09:00:00', closes: '17:00:00' },
    { number: 2, on: '2027-03-02', opens: '14:00:00', closes: '17:00:00' },
  ],
  next: { day: 2, at: '2027-03-02T13:00:00Z' },
};

export const PLAYED: MissionSlice = {
  id: 'm1',
  title: 'La consigne',
  brief: '',
  step: 0,
  steps: 1,
  step_title: 'Ensemble',
  kind: 'riddle',
  plan_b: null,
  hints: [],
  hints_left: 2,
  help_offered: false,
  shared: {},
  characters: {},
};

export function line(id: string, status: MissionLine['status']): MissionLine {
  const plan_b = { all: false, seats: [] };
  return { id, title: `Mission ${id}`, day: 1, status, step: 0, steps: 1, hints: 0, help_offered: false, plan_b };
}

export function seat(id: string, name: string, status: SeatLine['status'] = 'here'): SeatLine {
  return { id, name, figure: 0, status };
}

export function desk(changes: Partial<Desk> = {}): Desk {
  return {
    current: 'm1',
    missions: [line('m1', 'open'), line('m2', 'closed')],
    day_missions: ['m1', 'm2'],
    hints: [],
    plan_b: null,
    excused: [],
    characters: {},
    minutes: 20,
    moved_at: null,
    step: null,
    acts: [],
    ...changes,
  };
}

export function view(slices: ConsoleSlices = {}, changes: Partial<GroupView> = {}): GroupView {
  const whole = { group: DAY_ONE, seats: { seats: [seat('lou', 'Lou')] }, mission: PLAYED, desk: desk(), ...slices };
  return { id: 'g1', name: 'Halage', slices: whole, here: ['lou'], moved: null, ...changes };
}

export const GIVE_HINT: Action = {
  label: 'Donner un indice',
  do: 'hint',
  command: { type: 'give_hint', mission: 'm1', text: '' },
  text: 'Relisez la troisième clause.',
  said_by: 'samira',
  phone: null,
  call: null,
  photo: null,
  mission: 'm1',
  where: null,
};

export function need(changes: Partial<Need> = {}): Need {
  return {
    key: 'g1:stuck',
    group: 'g1',
    group_name: 'Halage',
    rank: 2,
    why: 'stuck',
    title: 'Plus rien depuis un moment',
    detail: 'La consigne brouillée',
    since: '2027-03-01T11:51:00Z',
    seat: null,
    action: GIVE_HINT,
    status: 'new',
    by: null,
    until: null,
    note: null,
    ...changes,
  };
}
