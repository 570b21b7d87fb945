import type { Agenda, Appointment, Hours } from '../wire';

export const PARIS = 'Europe/Paris';

export function appointment(given: Partial<Appointment> & { start: string }): Appointment {
  return {
    id: given.start,
    first_name: 'Inaya',
    end: new Date(Date.parse(given.start) + 1_800_000).toISOString(),
    time_zone: PARIS,
    status: 'booked',
    confirmed: false,
    shared: [],
    sendings: [],
    conflicts: [],
    ...given,
  };
}

export function agendaOf(...appointments: Appointment[]): Agenda {
  return { appointments, call_backs: [], free: [] };
}

export function hoursOf(given: Partial<Hours> = {}): Hours {
  return { openings: [], exceptions: [], absences: [], ...given };
}

export function every(weekday: number, start: string, end: string) {
  return { weekday, start, end, valid_from: null, valid_to: null };
}
