/**
 * People a remark speaks to: `@` and a name in its text, and beside the text who is meant. So a version that knows no
 * mentions still shows whom the words are for, and a person who is renamed is shown by the name they have now.
 */
import { type UserId, userId } from '../workshop/ids.ts';
import type { Mention, Remark } from './desk.ts';
import { asText, clip, field, longest } from './entries.ts';

/** Far more than anybody asks at once. */
const mostMentions = 30;

export const tidyMentions = (mentions: readonly Mention[]): Mention[] =>
  mentions
    .slice(0, mostMentions)
    .map(({ user, name }) => ({ user, name: clip(name, longest.name) }))
    .filter(({ user, name }) => user !== '' && name.trim() !== '');

/** What can't be read is no mention; the remark's words stay readable without. */
export function mentionsFrom(value: unknown): readonly Mention[] {
  if (!Array.isArray(value)) return [];
  return tidyMentions(
    value.slice(0, mostMentions).flatMap((entry: unknown): Mention[] => {
      const [user, name] = [asText(field(entry, 'user')), asText(field(entry, 'name'))];
      return user !== null && name !== null ? [{ user: userId(user), name }] : [];
    }),
  );
}

export type MentionPart = string | Mention;

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** A text in pieces: plain words, and people. Of two names that fit the longer is meant. */
export function partsOf(text: string, mentions: readonly Mention[] = []): readonly MentionPart[] {
  const names = [...mentions].sort((a, b) => b.name.length - a.name.length);
  const parts: MentionPart[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = text[at] === '@' && !isWord(text[at - 1]) ? nameAt(text, at + 1, names) : undefined;
    if (found) {
      if (plain !== '') parts.push(plain);
      plain = '';
      parts.push(found);
      at += 1 + found.name.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return plain === '' ? parts : [...parts, plain];
}

const nameAt = (text: string, at: number, names: readonly Mention[]): Mention | undefined =>
  names.find(({ name }) => text.startsWith(name, at) && !isWord(text[at + name.length]));

const people = (parts: readonly MentionPart[]): readonly Mention[] =>
  parts.filter((part) => typeof part !== 'string');

/**
 * Who of these people is spoken to in a text, each once. People of the same name can't be told apart by it, so all of
 * them are asked.
 */
export function mentionsIn(text: string, known: readonly Mention[]): readonly Mention[] {
  const said = new Set(people(partsOf(text, known)).map(({ name }) => name));
  return known.filter(({ name }) => said.has(name));
}

/** Who is spoken to in a remark as it reads now, its author aside. */
export function askedIn({ text, mentions, author }: Remark & { readonly author: UserId }): readonly UserId[] {
  if (!mentions) return [];
  return mentionsIn(text, mentions).flatMap(({ user }) => (user === author ? [] : [user]));
}
