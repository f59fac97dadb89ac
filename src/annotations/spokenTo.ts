/** Whom a text speaks to by name (mentions.ts). */
import type { UserId } from '../workshop/ids.ts';
import type { Mention, Remark } from './desk.ts';

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
