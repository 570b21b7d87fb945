/** What is read of one group's slices in several places: names, who is here, who waits, the missions of the day. */
import { dayOf, hourOf } from './formats';
import type { GroupSlice, GroupView, MissionLine, SeatLine } from './shapes';

export function nameOf(view: GroupView, seat: string): string | null {
  const seats = [...(view.slices.seats?.seats ?? []), ...(view.slices.door?.seats ?? [])];
  return seats.find((one) => one.id === seat)?.name ?? null;
}

/** Those at the table whose page is open, and who did not step aside. */
export function hereAt(view: GroupView): SeatLine[] {
  return (view.slices.seats?.seats ?? []).filter((seat) => seat.status === 'here' && view.here.includes(seat.id));
}

export function waitingAt(view: GroupView): SeatLine[] {
  return (view.slices.door?.seats ?? []).filter((seat) => seat.status === 'waiting');
}

export function missionsOfToday(view: GroupView): MissionLine[] {
  const desk = view.slices.desk;
  return desk === undefined ? [] : desk.missions.filter((one) => desk.day_missions.includes(one.id));
}

/** « lundi 8 mars, 14 h », of the day to come. */
export function opening(group: GroupSlice): string {
  const planned = group.calendar.find((day) => day.number === group.next?.day);
  if (planned === undefined) return '';
  return `${dayOf(planned.on)}, ${hourOf(planned.opens)}`;
}
