/** Who takes part in a session, as the facilitator set it up: names, roles, who reviews whom, whose sheet is whose. */
import { type SheetId, sheetId, type UserId, userId } from '../ids.ts';
import { type Role, roles } from '../roles.ts';

export interface SessionPerson {
  /** Made at set-up; stays when the name is put right. */
  readonly id: string;
  readonly name: string;
  /** Picked among who was there; null for a name that was typed, until somebody says that it is them. */
  readonly user: UserId | null;
  readonly role: Role;
  /** The sheet that was made for them; null while there is none, and for who has none. */
  readonly sheet: SheetId | null;
  /** Ids of those whose sheet they look at and give their view on. */
  readonly reviews: readonly string[];
}

export const mostPeople = 60;
const longestName = 60;

export const tidyName = (name: string): string =>
  [...name.replace(/\s+/g, ' ').trim()].slice(0, longestName).join('').trim();

const sameName = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'accent', usage: 'search' }) === 0;

/** Names as somebody pastes them: one a line, or with commas or semicolons between; each once, in their order. */
export function namesFrom(text: string): {
  readonly names: readonly string[];
  readonly repeated: readonly string[];
} {
  const names: string[] = [];
  const repeated: string[] = [];
  for (const part of text.split(/[\n,;\t]/)) {
    // Lists come with bullets, numbers and addresses.
    const name = tidyName(part.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').replace(/\s*<[^>]*>\s*$/, ''));
    if (name === '') continue;
    if (names.some((known) => sameName(known, name))) repeated.push(name);
    else names.push(name);
  }
  return { names, repeated };
}

/** Whether somebody of this name, or this very person, is among them already. */
export const isAmong = (people: readonly SessionPerson[], name: string, user: UserId | null): boolean =>
  people.some(
    (one) =>
      (user !== null && one.user === user) ||
      (one.user === null || user === null ? sameName(one.name, name) : false),
  );

/** The engineers in threes who review each other; the last group has two to four. Managers' reviews stay. */
export function inThrees(people: readonly SessionPerson[]): readonly SessionPerson[] {
  const engineers = people.filter(({ role }) => role === 'engineer');
  const groups: SessionPerson[][] = [];
  for (let at = 0; at < engineers.length; at += 3) groups.push(engineers.slice(at, at + 3));
  const last = groups.at(-1);
  // One alone reviews nobody: they join the group before.
  if (last?.length === 1 && groups.length > 1) {
    groups.pop();
    groups.at(-1)?.push(...last);
  }
  const groupOf = (id: string) => groups.find((group) => group.some((one) => one.id === id)) ?? [];
  return people.map((one) =>
    one.role === 'engineer'
      ? { ...one, reviews: groupOf(one.id).flatMap(({ id }) => (id === one.id ? [] : [id])) }
      : one,
  );
}

/** Without reviews of people who are not there, of oneself, or twice. */
export function tidyPeople(people: readonly SessionPerson[]): readonly SessionPerson[] {
  const engineers = new Set(people.filter(({ role }) => role === 'engineer').map(({ id }) => id));
  return people.map((one) => {
    const reviews = [...new Set(one.reviews)].filter((id) => engineers.has(id) && id !== one.id);
    return reviews.join() === one.reviews.join() ? one : { ...one, reviews };
  });
}

export const reviewersOf = (people: readonly SessionPerson[], id: string): readonly SessionPerson[] =>
  people.filter(({ reviews }) => reviews.includes(id));

const idFrom = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 200 && value.isWellFormed() ? value : null;

function personFrom(value: unknown): SessionPerson | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>; // every field is looked at below
  const [id, user, sheet] = [idFrom(fields.id), idFrom(fields.user), idFrom(fields.sheet)];
  const role = roles.find((known) => known === fields.role);
  const name = typeof fields.name === 'string' ? tidyName(fields.name.toWellFormed()) : '';
  if (!id || !role || name === '') return null;
  const reviews = Array.isArray(fields.reviews) ? fields.reviews.flatMap((one) => idFrom(one) ?? []) : [];
  return {
    id,
    name,
    user: user === null ? null : userId(user),
    role,
    sheet: sheet === null ? null : sheetId(sheet),
    reviews,
  };
}

export function peopleFrom(value: unknown): {
  readonly people: readonly SessionPerson[];
  readonly unknown: number;
} {
  if (value === undefined) return { people: [], unknown: 0 };
  if (!Array.isArray(value)) return { people: [], unknown: 1 };
  const people: SessionPerson[] = [];
  let unknown = 0;
  for (const one of value) {
    const person = people.length < mostPeople ? personFrom(one) : null;
    if (!person || people.some(({ id }) => id === person.id)) unknown += 1;
    else people.push(person);
  }
  return { people: tidyPeople(people), unknown };
}
