/**
 * Holds a document that comes back against the sheet: what did whoever had it change in it?
 *
 * W1  Words are proposed only where somebody changed them in the document: where they read otherwise than when it was
 *     saved, however the sheet has changed since. Where the document doesn't say how they read then, words that the note
 *     is known to have had are taken for those.
 * W2  Changes left open in Word count as accepted; the suggestions that we put there ourselves count as they stand.
 * W3  What says what is here already is no proposal, and what was brought in once is told, not proposed again.
 * W4  A note is missing only where the document says that it was in it.
 * W5  What can't be told for sure is listed (`left`), never guessed.
 */
import { normalised, sameText } from '../../annotations/text.ts';
import { atOnce, type Work } from '../../base/slices.ts';
import { textHash } from '../../base/textHash.ts';
import type { ItemId, LaneId } from '../../workshop/ids.ts';
import { cleanLines } from '../cleanText.ts';
import type { ExportedNote } from '../word/exported.ts';
import { second, signOfWords } from '../word/signs.ts';
import { orBlank } from '../wording.ts';
import { nameIn } from './authors.ts';
import type { Here, HereNote } from './here.ts';
import { type Located, locate } from './locate.ts';
import { type Mark, marksIn, type Paragraph, type Reading, wordsOf } from './paragraphs.ts';
import type { Findings, Left, Proposal, Said } from './proposals.ts';
import type { WordFile } from './read.ts';
import { talkBack } from './talkBack.ts';

/** What stands for a note without words. */
const blank = orBlank('');

const lines = (text: string): string => cleanLines(text).join('\n');
const shown = (text: string): string => lines(orBlank(text));
const written = (text: string): string => (sameText(text, blank) ? '' : text);

export const compare = (file: WordFile, here: Here): Findings => atOnce(comparing(file, here));

/** The same with breaks: a page does it in slices, since a long document takes longer than people notice. */
export function* comparing(file: WordFile, here: Here): Work<Findings> {
  const { exported } = file;
  const layout = yield* locate(file.paragraphs, exported, here);
  const alias = sameNotes(exported?.notes ?? [], here.notes);
  const known = new Map(here.notes.map((note): [string, HereNote] => [note.id, note]));
  const noteHere = (id: string): HereNote | null => known.get(alias.get(id) ?? id) ?? null;
  const saved = new Map((exported?.notes ?? []).map((note) => [note.id, note]));
  const idOf = (...parts: readonly string[]): string =>
    `word-${textHash(JSON.stringify([here.sheet, ...parts]))}`;
  const moment = exported?.at ?? '';
  const proposals: Proposal[] = [];
  const left: Left[] = [...layout.left];

  /** Notes that share a paragraph, by the first of them. */
  const owners = new Map<Paragraph, string>();
  const merged = new Map<string, string>();
  for (const { id, paragraphs } of layout.notes)
    for (const paragraph of paragraphs) {
      const first = owners.get(paragraph);
      if (first === undefined) owners.set(paragraph, id);
      else for (const one of [first, id]) merged.set(one, merged.get(one) ?? first);
    }

  for (const located of layout.notes) {
    yield;
    const { id, paragraphs, lane, under } = located;
    const then = saved.get(id);
    const note = noteHere(id);
    const words = written(lines(wordsOf(paragraphs, readingOf(paragraphs, then))));
    const changed = then ? signOfWords(shown(words)) !== then.words : true;
    if (merged.has(id)) {
      if (merged.get(id) === id && changed) left.push({ why: 'merged', words, under });
      continue;
    }
    if (paragraphs.some(({ holds }) => holds.size > 0)) left.push({ why: 'picture', words, under });
    if (!note || note.gone || then?.gone) {
      if (changed && then && !then.gone) left.push({ why: 'note-gone', words, under });
      continue;
    }
    const proposal = ofNote(located, { words, changed, then, note });
    if (proposal) proposals.push(proposal);
    if (then && located.known === 'bookmark' && lane !== null && lane !== then.lane && lane !== note.lane)
      proposals.push({
        ...{ kind: 'moved', id: idOf('moved', note.id, lane, moment), note: note.id },
        ...{ from: note.lane, to: lane as LaneId },
      });
  }

  for (const { id, gone } of layout.missing) {
    const note = noteHere(id);
    if (gone || !note || note.gone || written(lines(note.text)) === '') continue;
    proposals.push({ kind: 'taken-out', id: idOf('out', note.id, moment), note: note.id, ...saidIn([]) });
  }
  for (const { paragraphs, lane } of layout.newcomers) {
    yield;
    const words = lines(wordsOf(paragraphs));
    const there = here.notes.some((note) => note.lane === lane && !note.gone && sameText(note.text, words));
    const proposal = { id: idOf('added', lane, normalised(words)), lane: lane as LaneId, words };
    if (!there) proposals.push({ kind: 'added', ...proposal, ...saidIn(paragraphs) });
  }

  const talk = yield* talkBack(file, here, { layout, noteHere, idOf });
  left.push(...talk.left);
  const all = [...proposals, ...talk.proposals];
  const ids = new Set(here.remarks.map(({ id }) => id));
  const fresh = all.filter(({ id }) => !ids.has(id));
  return {
    proposals: fresh,
    left,
    already: all.length - fresh.length,
    known: layout.notes.filter(({ id }) => noteHere(id) !== null).length,
    exportedAt: exported?.at ?? null,
  };

  /** Who changed it: by what is tracked there, else by who saved the document. */
  function saidIn(paragraphs: readonly Paragraph[], isOurs: (mark: Mark) => boolean = () => false): Said {
    const marks = marksIn(paragraphs).filter((mark) => !isOurs(mark));
    const names = [...new Set(marks.map(({ author }) => nameIn(author)).filter((name) => name !== ''))];
    const last = marks
      .map(({ at }) => at)
      .sort()
      .at(-1);
    if (names.length > 0) return { by: names.join(', '), at: last ?? '' };
    return { by: file.savedBy, at: Date.parse(file.savedAt) ? second(file.savedAt) : '' };
  }

  function ofNote(
    { paragraphs, known: knownBy }: Located,
    { words, changed, then, note }: NoteRead & { readonly note: HereNote },
  ): Proposal | null {
    const isOurs = oursIn(then);
    const said = saidIn(paragraphs, isOurs);
    const suggestion = then?.change ? here.remarks.find(({ id }) => id === then.change?.remark) : undefined;
    const decided = then?.change ? !marksIn(paragraphs).some(isOurs) : false;
    const answer = (kind: 'accepted' | 'rejected'): Proposal | null =>
      suggestion?.proposes
        ? {
            ...{ kind, id: idOf(kind, note.id, suggestion.id, moment), note: note.id },
            ...{ remark: suggestion.id, ...said },
          }
        : null;
    if (!changed) return decided ? answer('rejected') : null;
    if (sameText(words, written(lines(note.text)))) return null;
    if (decided && suggestion?.wording != null && sameText(words, lines(suggestion.wording)))
      return answer('accepted');
    const earlier = here.earlier(note.id);
    if (!then && earlier.some((text) => sameText(lines(text), words))) return null;
    if (words === '') return { kind: 'taken-out', id: idOf('out', note.id, moment), note: note.id, ...said };
    const own = idOf('reworded', note.id, normalised(words), moment);
    const suggested = here.remarks.some(
      ({ id, note: about, wording, proposes }) =>
        id !== own && about === note.id && proposes && wording !== null && sameText(lines(wording), words),
    );
    if (suggested) return null;
    const undone = lines(wordsOf(paragraphs, () => 'rejected'));
    const before = then
      ? ([note.text, undone, ...earlier].find((text) => signOfWords(shown(text)) === then.words) ?? null)
      : null;
    return {
      ...{ kind: 'reworded', id: own, note: note.id },
      ...{ before, words, known: knownBy, ...said },
      meanwhile: then ? signOfWords(shown(note.text)) !== then.words : null,
    };
  }
}

interface NoteRead {
  readonly words: string;
  /** Whether somebody changed them in the document, as far as it can be told. */
  readonly changed: boolean;
  readonly then: ExportedNote | undefined;
}

const oursIn =
  (then: ExportedNote | undefined) =>
  ({ author, at }: Mark): boolean =>
    then?.change != null && at === then.change.at && sameText(author, then.change.author);

/** Ours as they stand where some are left, since nobody has decided about them; everybody else's as accepted. */
function readingOf(paragraphs: readonly Paragraph[], then: ExportedNote | undefined): Reading {
  const isOurs = oursIn(then);
  return marksIn(paragraphs).some(isOurs)
    ? (mark) => (isOurs(mark) ? 'rejected' : 'accepted')
    : () => 'accepted';
}

/** On a copied board notes have other ids; those whose words are the same and nobody else's are the same notes. */
function sameNotes(
  exported: readonly ExportedNote[],
  notes: readonly HereNote[],
): ReadonlyMap<string, ItemId> {
  const here = new Set<string>(notes.map(({ id }) => id));
  const strange = exported.filter(({ id }) => !here.has(id));
  if (strange.length === 0) return new Map();
  const theirs = new Set(exported.map(({ id }) => id));
  const free = notes.filter(({ id, gone }) => !gone && !theirs.has(id));
  const bySign = Map.groupBy(free, ({ text }) => signOfWords(shown(text)));
  const again = Map.groupBy(strange, ({ words }) => words);
  return new Map(
    strange.flatMap(({ id, words }) => {
      const [only, another] = bySign.get(words) ?? [];
      return only && !another && again.get(words)?.length === 1 ? [[id, only.id] as const] : [];
    }),
  );
}
