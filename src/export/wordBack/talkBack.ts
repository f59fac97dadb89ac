/**
 * The comments of a document that comes back. Ours are known by what the document says of them, by what Word keeps of
 * each, and by author, time and note; the others are new. Numbers of comments mean nothing: programs give new ones.
 */
import { normalised, sameText } from '../../annotations/text.ts';
import type { Work } from '../../base/slices.ts';
import { cleanLine, cleanLines } from '../cleanText.ts';
import { durableIdOf } from '../word/names.ts';
import { second, signOfComment } from '../word/signs.ts';
import { nameIn } from './authors.ts';
import type { WordComment } from './comments.ts';
import type { Here, HereNote } from './here.ts';
import type { Layout } from './locate.ts';
import type { Left, Proposal } from './proposals.ts';
import type { WordFile } from './read.ts';

interface Around {
  readonly layout: Layout;
  readonly noteHere: (id: string) => HereNote | null;
  readonly idOf: (...parts: readonly string[]) => string;
}

interface Placed {
  readonly note: HereNote | null;
  readonly under: string;
}

export function* talkBack(
  { exported, paragraphs, comments }: WordFile,
  here: Here,
  { layout, noteHere, idOf }: Around,
): Work<{ readonly proposals: readonly Proposal[]; readonly left: readonly Left[] }> {
  const bySign = new Map((exported?.remarks ?? []).map((remark) => [remark.sign, remark.id]));
  const byDurable = new Map((exported?.remarks ?? []).map((remark) => [durableIdOf(remark.id), remark.id]));
  const wasResolved = new Map((exported?.remarks ?? []).map(({ id, resolved }) => [id, resolved]));
  const remarks = new Map(here.remarks.map((remark) => [remark.id, remark]));
  const byId = new Map(comments.map((comment) => [comment.id, comment]));

  const anchors = new Map<string, number>();
  for (const [at, paragraph] of paragraphs.entries())
    for (const id of paragraph.comments) if (!anchors.has(id)) anchors.set(id, at);
  const placeOf = (comment: WordComment): Placed => {
    const at = anchors.get(comment.id) ?? anchors.get(comment.answers ?? '');
    const id = at === undefined ? null : (layout.noteAt[at] ?? null);
    return {
      note: id === null ? null : noteHere(id),
      under: at === undefined ? '' : (layout.under[at] ?? ''),
    };
  };

  const proposals: Proposal[] = [];
  const left: Left[] = [];
  /** What each comment is here, or will be; null for what is nowhere. */
  const called = new Map<string, string | null>();

  const known = (comment: WordComment, note: HereNote | null): string | null => {
    const sign = bySign.get(signOfComment(comment));
    if (sign !== undefined) return sign;
    const kept = comment.durable === null ? undefined : byDurable.get(comment.durable);
    const told =
      kept ??
      here.remarks.find(
        (remark) =>
          remark.note === note?.id &&
          second(remark.at) === comment.at &&
          sameText(remark.author, cleanLine(comment.author)),
      )?.id;
    if (told === undefined) return null;
    // Its words are its author's; somebody else's pen in it is told.
    const words = cleanLines(comment.text).join('\n');
    if (exported) left.push({ why: 'comment-changed', words, under: placeOf(comment).under });
    return told;
  };

  const bring = (comment: WordComment): void => {
    if (called.has(comment.id)) return;
    called.set(comment.id, null);
    const parent = comment.answers === null ? undefined : byId.get(comment.answers);
    if (parent) bring(parent);
    const { note, under } = placeOf(comment);
    const words = cleanLines(comment.text).join('\n');
    const by = nameIn(comment.author);
    const id = note ? idOf('remark', note.id, by, comment.at, normalised(words)) : '';
    const ours = remarks.has(id) ? null : known(comment, note);
    if (ours !== null) {
      called.set(comment.id, ours);
      settle(comment, ours);
      return;
    }
    if (words === '') return;
    if (!note) {
      left.push({ why: 'comment-elsewhere', words, under });
      return;
    }
    const answers = parent ? (called.get(parent.id) ?? null) : null;
    const at = comment.utc && Date.parse(comment.utc) ? second(comment.utc) : comment.at;
    called.set(comment.id, id);
    const isHere = answers === null || answers.startsWith('word-') || remarks.has(answers);
    proposals.push({
      ...{ kind: 'remark', id, note: note.id, words, by, at },
      answers: isHere ? answers : null,
    });
  };

  const settle = (comment: WordComment, id: string): void => {
    const remark = remarks.get(id);
    const before = wasResolved.get(id);
    if (!remark || remark.thread !== id || before === undefined || comment.resolved === null) return;
    if (comment.resolved === before || comment.resolved === remark.resolved) return;
    const kind = comment.resolved ? 'settled' : 'reopened';
    proposals.push({ kind, id: idOf(kind, id, exported?.at ?? ''), note: remark.note, remark: id });
  };

  for (const comment of comments) {
    yield;
    bring(comment);
  }
  return { proposals, left };
}
