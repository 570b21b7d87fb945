/**
 * What the open step tells the team, in words. It reads the fields that kinds share (votes given, pieces read, tries...)
 * in their views for everyone and for staff, so a new kind is told by naming its fields alike, and needs no edit here.
 */
import { facts as words } from './words.fr';

type View = Readonly<Record<string, unknown>>;

/** An answer that was not right, which the facilitator may accept. */
export interface Attempt {
  readonly id: string;
  readonly text: string;
  readonly worth: string;
}

export interface FactsAbout {
  readonly shared: unknown;
  readonly staff: unknown;
  /** How many are here now. */
  readonly here: number;
  readonly nameOf: (seat: string) => string | null;
}

/** Sentences, the most useful first: how far the group is, what it tried, what is right. */
export function stepFacts({ shared, staff, here, nameOf }: FactsAbout): string[] {
  const [all, team] = [viewOf(shared), viewOf(staff)];
  const texts = optionTexts(all);
  const names = strings(team['reading'])
    .map(nameOf)
    .filter((name) => name !== null);
  const missed = strings(team['missed']).map((id) => texts.get(id) ?? id);
  return [
    ...pieces(all),
    // When everybody still reads, their names say nothing more.
    ...(names.length > 0 && names.length < here ? [words.reading(names)] : []),
    ...votes(team, here),
    ...(team['half_lit'] === true ? [words.halfLit] : []),
    ...textFact(team['proposal'], texts, words.proposal),
    ...countFact(team['tries'], (count) => (count === 0 ? words.noTry : words.tries(count))),
    ...(missed.length > 0 ? [words.missed(missed)] : []),
    ...textFact(team['answer'], texts, words.answer),
    ...(strings(team['answers']).length > 0 ? [words.answers(strings(team['answers']))] : []),
  ];
}

/** The answers that were not right, the last one first. */
export function attemptsIn(staff: unknown): Attempt[] {
  const attempts = viewOf(staff)['attempts'];
  if (!Array.isArray(attempts)) return [];
  return (attempts as Attempt[]).filter((one) => one.worth !== 'right').reverse();
}

function pieces(all: View): string[] {
  const { read, total } = viewOf(all['pieces']);
  return typeof read === 'number' && typeof total === 'number' ? [words.pieces(read, total)] : [];
}

function votes(team: View, here: number): string[] {
  const round = team['round'];
  return [
    ...countFact(team['voted'], (count) => words.voted(count, here, typeof round === 'number' ? round : 1)),
    ...countFact(team['voices'], words.voices),
    ...countFact(team['decided'], (count) => words.decided(count, here)),
  ];
}

function optionTexts(all: View): Map<string, string> {
  const options = all['options'];
  return new Map(
    Array.isArray(options) ? (options as { id: string; text: string }[]).map(({ id, text }) => [id, text]) : [],
  );
}

function countFact(value: unknown, say: (count: number) => string): string[] {
  return typeof value === 'number' ? [say(value)] : [];
}

function textFact(value: unknown, texts: Map<string, string>, say: (text: string) => string): string[] {
  return typeof value === 'string' ? [say(texts.get(value) ?? value)] : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function viewOf(value: unknown): View {
  return typeof value === 'object' && value !== null ? (value as View) : {};
}
