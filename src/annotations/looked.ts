/**
 * What one person has looked at, and what is new to them since. How it is kept is lookedDocument.ts.
 *
 * L1  Unread: a note written by somebody else that was never looked at, or one about which others said something that
 *     was not there at the last look. A view, a remark, an edit of one, a decision: each counts.
 * L2  Changed since I looked: the note said something else at the last look, trivial edits aside (text.ts).
 * L3  One's own words are never new to oneself.
 */
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Remark } from './desk.ts';
import { type NoteText, type Talk, threadsOn } from './talk.ts';
import { saysTheSame } from './text.ts';
import { remarksIn } from './threads.ts';
import { remarkTime } from './uniteDesks.ts';

export interface Look {
  /** The note's text at the last look. */
  readonly text: string;
  /** What others had said by then: one key for each word, as `saidByOthers` makes them. */
  readonly said: readonly string[];
}

export type Looks = ReadonlyMap<ItemId, Look>;

/** Another one once its author has changed it. */
export const keyOfRemark = (remark: Remark): string => `${remark.id}@${remarkTime(remark)}`;

/** One key for each thing that others said about a note; a changed one has another key. */
export function saidByOthers(note: ItemId, talk: Talk, me: UserId): readonly string[] {
  const views = [...talk.desks.values()].flatMap(({ owner, stances }) => {
    const stance = owner === me ? undefined : stances.get(note);
    return stance ? [`view:${owner}@${stance.at}`] : [];
  });
  const remarks = threadsOn(note, talk).flatMap(remarksIn);
  return [
    ...views,
    ...remarks.flatMap((remark) => [
      ...(remark.author === me ? [] : [keyOfRemark(remark)]),
      ...(remark.verdict && remark.verdict.by !== me ? [`${remark.id}!${remark.verdict.at}`] : []),
    ]),
  ];
}

export const lookNow = (note: NoteText, talk: Talk, me: UserId): Look => ({
  text: note.text,
  said: saidByOthers(note.id, talk, me),
});

/** What others said that was not there at that look; everything without one. */
export function newSince(
  look: Look | undefined,
  note: NoteText,
  talk: Talk,
  me: UserId,
): ReadonlySet<string> {
  const known = new Set(look?.said);
  return new Set(saidByOthers(note.id, talk, me).filter((key) => !known.has(key)));
}

export interface WrittenNote extends NoteText {
  /** Whether this person wrote it last. */
  readonly own: boolean;
}

export const isUnread = (look: Look | undefined, note: WrittenNote, talk: Talk, me: UserId): boolean =>
  (look === undefined && !note.own) || newSince(look, note, talk, me).size > 0;

export const changedSince = (look: Look | undefined, note: NoteText): boolean =>
  look !== undefined && !saysTheSame(look.text, note.text);
