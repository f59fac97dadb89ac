/**
 * Finds the notes again in a document that somebody edited: by their bookmarks; where those are gone (Word drops one when
 * all that it lies on is replaced) by their words, else by where they stood. What stands in a lane and is none of them
 * may be a new note.
 */
import { type LetterPairs, letterPairs, similarity } from '../../annotations/similarity.ts';
import type { Work } from '../../base/slices.ts';
import { cleanLine, cleanLines } from '../cleanText.ts';
import type { Exported, ExportedNote } from '../word/exported.ts';
import { bookmarkName } from '../word/names.ts';
import { signOfWords } from '../word/signs.ts';
import type { Here } from './here.ts';
import { type Paragraph, wordsOf } from './paragraphs.ts';
import type { KnownBy, Left } from './proposals.ts';

export interface Located {
  /** As the document calls it. */
  readonly id: string;
  readonly paragraphs: readonly Paragraph[];
  /** The lane it stands in; null under a heading that is no lane's. */
  readonly lane: string | null;
  readonly under: string;
  readonly known: KnownBy;
}

/** In a lane, and no note that was there when the document was saved. */
export interface Newcomer {
  readonly paragraphs: readonly Paragraph[];
  readonly lane: string;
}

export interface Layout {
  readonly notes: readonly Located[];
  /** Were in the document, and are not any more. */
  readonly missing: readonly ExportedNote[];
  readonly newcomers: readonly Newcomer[];
  readonly left: readonly Left[];
  /** The note that each paragraph is of or belongs to, by its place in the document. */
  readonly noteAt: readonly (string | null)[];
  readonly under: readonly string[];
}

/** Styles of what we write beside the words of notes. */
const beside = new Set([
  'NoteDetail',
  'NoteState',
  'Talk',
  'Meaning',
  'Fact',
  'Eyebrow',
  'RoleLine',
  'DraftNotice',
  'Gap',
]);
/** Those that belong to the note above. */
const ofNote = new Set(['NoteDetail', 'NoteState', 'Talk']);
const isHeading = (style: string): boolean => /^(Heading ?[1-9]|Title)$/i.test(style);
/** What two texts share, from which on one is taken for the other's new wording (similarity.ts). */
const alike = 0.5;

type Item =
  | { readonly kind: 'note'; readonly id: string }
  | {
      readonly kind: 'open';
      readonly paragraphs: Paragraph[];
      readonly lane: string;
      readonly under: string;
    };
type Open = Extract<Item, { kind: 'open' }>;

export function* locate(
  paragraphs: readonly Paragraph[],
  exported: Exported | null,
  here: Pick<Here, 'notes' | 'lanes'>,
): Work<Layout> {
  const exportedNotes = exported?.notes ?? [];
  const ids = new Map(
    [...here.notes, ...exportedNotes].map(({ id }): [string, string] => [bookmarkName('note', id), id]),
  );
  const lanes = new Map(here.lanes.map(({ id }): [string, string] => [bookmarkName('section', id), id]));
  const laneTitled = (title: string): string | null => {
    const found = here.lanes.filter((lane) => cleanLine(lane.title) === title);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
  const notesOn = ({ bookmarks }: Paragraph): string[] =>
    [...bookmarks].flatMap((name) => ids.get(name) ?? []);
  const isRest = (words: string): boolean => exported?.rest.has(signOfWords(words)) ?? false;

  // Where the document doesn't say which notes it showed, none can be missing from it.
  const bookmarked = new Set(paragraphs.flatMap(notesOn));
  const lost = new Map(exportedNotes.filter(({ id }) => !bookmarked.has(id)).map((note) => [note.id, note]));

  const found = new Map<
    string,
    { paragraphs: Paragraph[]; lane: string | null; under: string; known: KnownBy }
  >();
  const items: Item[] = [];
  const left: Left[] = [];
  const noteAt: (string | null)[] = [];
  const unders: string[] = [];
  let lane: string | null = null;
  let under = '';
  let last: string | null = null;
  let open: Open | null = null;

  const take = (id: string, paragraph: Paragraph, known: KnownBy): void => {
    const one = found.get(id);
    if (one) one.paragraphs.push(paragraph);
    else {
      found.set(id, { paragraphs: [paragraph], lane, under, known });
      items.push({ kind: 'note', id });
    }
  };

  for (const paragraph of paragraphs) {
    yield;
    const words = cleanLines(wordsOf([paragraph])).join('\n');
    const own = notesOn(paragraph);
    const asBefore = isRest(words);
    const before: Open | null = open;
    open = null;
    const section = [...paragraph.bookmarks].find((name) => name.startsWith('section_'));
    if ((section !== undefined || isHeading(paragraph.style)) && own.length === 0 && words !== '') {
      lane = section === undefined ? laneTitled(words) : (lanes.get(section) ?? null);
      if (exported && !asBefore) left.push({ why: 'beside-notes', words, under });
      under = words;
      last = null;
    } else if (own.length > 0 && !(beside.has(paragraph.style) && asBefore)) {
      for (const id of own) take(id, paragraph, 'bookmark');
      last = own[0] ?? null;
    } else if (words !== '') {
      if (paragraph.inTable) {
        if (exported && !asBefore) left.push({ why: 'in-table', words, under });
      } else if (beside.has(paragraph.style) || asBefore) {
        if (exported && !asBefore) left.push({ why: 'beside-notes', words, under });
        if (!ofNote.has(paragraph.style)) last = null;
      } else if (lane === null) {
        if (exported) left.push({ why: 'beside-notes', words, under });
      } else if (before && paragraph.style === 'Note') {
        // Lines of one note; any other paragraph stands for itself.
        before.paragraphs.push(paragraph);
        open = before;
      } else {
        const item: Open = { kind: 'open', paragraphs: [paragraph], lane, under };
        items.push(item);
        if (paragraph.style === 'Note') open = item;
        last = null;
      }
    }
    noteAt.push(own[0] ?? last);
    unders.push(under);
  }

  const settle = (item: Item, id: string, known: KnownBy): void => {
    if (item.kind !== 'open') return;
    const { paragraphs: own, lane: at } = item;
    found.set(id, { paragraphs: own, lane: at, under: item.under, known });
    for (const one of own) noteAt[paragraphs.indexOf(one)] = id;
    lost.delete(id);
    items[items.indexOf(item)] = { kind: 'note', id };
  };
  const opens = (): Open[] => items.filter((item) => item.kind === 'open');
  const textOf = ({ paragraphs: own }: Open): string => cleanLines(wordsOf(own)).join('\n');

  // By their very words, in their lane.
  for (const item of opens()) {
    yield;
    const sign = signOfWords(textOf(item));
    const same = [...lost.values()].filter((note) => note.lane === item.lane && note.words === sign);
    if (same[0]) settle(item, same[0].id, 'words');
  }
  // By the gap that they left: one note is gone between two others, and one newcomer stands there.
  for (const [, { notes: missing, items: there }] of yield* gaps(items, exportedNotes, lost)) {
    const [note, item] = [missing[0], there[0]];
    if (note && item && missing.length === 1 && there.length === 1) settle(item, note.id, 'place');
  }
  // By being much alike.
  const texts = new Map(here.notes.map((note): [string, string] => [note.id, note.text]));
  const pairs = new Map<Open, LetterPairs>();
  const pairsOf = (item: Open): LetterPairs => {
    const made = pairs.get(item) ?? letterPairs(textOf(item));
    pairs.set(item, made);
    return made;
  };
  for (const note of [...lost.values()]) {
    yield;
    const then = letterPairs(texts.get(note.id) ?? '');
    const [best] = opens()
      .filter((item) => item.lane === note.lane)
      .map((item) => ({ item, share: similarity(then, pairsOf(item)) }))
      .filter(({ share }) => share >= alike)
      .sort((a, b) => b.share - a.share);
    if (best) settle(best.item, note.id, 'alike');
  }

  return {
    notes: [...found].map(([id, one]) => ({ id, ...one })),
    missing: [...lost.values()],
    newcomers: opens().map(({ paragraphs: own, lane: at }) => ({ paragraphs: own, lane: at })),
    left,
    noteAt,
    under: unders,
  };
}

/** What is missing and what has come, by the notes of the lane between which it was and is. */
function* gaps(
  items: readonly Item[],
  exported: readonly ExportedNote[],
  lost: ReadonlyMap<string, ExportedNote>,
): Work<ReadonlyMap<string, { readonly notes: readonly ExportedNote[]; readonly items: readonly Open[] }>> {
  const laneOf = new Map(exported.filter(({ gone }) => !gone).map(({ id, lane }) => [id, lane]));
  const found = new Map<string, { notes: ExportedNote[]; items: Open[] }>();
  /** The gap in a lane at a place of a list of notes, some of whose ids are none. */
  const gapAt = (lane: string, order: readonly (string | null)[], place: number) => {
    const nearest = (step: 1 | -1): string => {
      for (let at = place + step; at >= 0 && at < order.length; at += step) {
        const id = order[at];
        if (id != null && laneOf.get(id) === lane && !lost.has(id)) return id;
      }
      return '';
    };
    const key = JSON.stringify([lane, nearest(-1), nearest(1)]);
    const one = found.get(key) ?? { notes: [], items: [] };
    found.set(key, one);
    return one;
  };
  const then = exported.map(({ id }) => id);
  for (const [place, note] of exported.entries()) {
    if (!lost.has(note.id) || note.gone || note.lane === '') continue;
    yield;
    gapAt(note.lane, then, place).notes.push(note);
  }
  const now = items.map((item) => (item.kind === 'note' ? item.id : null));
  for (const [place, item] of items.entries()) {
    if (item.kind !== 'open') continue;
    yield;
    gapAt(item.lane, now, place).items.push(item);
  }
  return found;
}
