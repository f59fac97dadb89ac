/** Notes written unseen, on two devices of one person, from draft to desk to everybody: none is ever lost or doubled. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { claimRole, confirmRole } from '../../../src/annotations/deskDocument.ts';
import type { DraftNote } from '../../../src/annotations/noteDrafts/draftNote.ts';
import {
  dropNotes,
  entriesOfDraft,
  keepNotes,
  moveDraftNote,
  readDraft,
  removeNote,
  rewordNote,
  writeNote,
} from '../../../src/annotations/noteDrafts/draftNotes.ts';
import {
  countNotes,
  heldNoteEntries,
  missingOnDesk,
  readHeldNotes,
  releaseNotes,
  sayNotesDone,
  takeBackNotesDone,
} from '../../../src/annotations/noteDrafts/heldNotes.ts';
import {
  type NotesDesk,
  notesKeptBack,
  ownNotes,
  revealedNotes,
  writingState,
} from '../../../src/annotations/noteDrafts/revealed.ts';
import { showNotes, switchWriting } from '../../../src/annotations/noteDrafts/switchWriting.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { takeOwnership } from '../../../src/annotations/sheetOperations.ts';
import type { UserId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, max, mona, noon, pia } from '../builders.ts';
import { direction, exploration } from './notes.ts';

const seed = 20261123;
const step = 'step-1';
const at = (minute: number): string => new Date(Date.parse(noon) + minute * 60_000).toISOString();
const sync = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};
const whole = (doc: Y.Doc, owner: UserId = erin): NotesDesk => ({
  desk: readDesk(doc, owner),
  ...readHeldNotes(doc),
});
const open = { on: false, step: null, by: null, shown: new Set<string>() };
const unseen = { ...open, on: true, step };
const shown = { ...unseen, shown: new Set([step]) };
const done = (desk: Y.Doc, draft: Y.Doc, minute = 500) =>
  sayNotesDone(desk, { step, at: at(minute), entries: entriesOfDraft(draft), shown: new Set() });
const texts = (notes: readonly { readonly text: string }[]) => notes.map(({ text }) => text);
const write = (draft: Y.Doc, id: string, text: string, minute = 0, lane = direction) =>
  writeNote(draft, { id, lane, text, at: at(minute) });

describe('a draft', () => {
  test('keeps notes in their order, and takes them to another place', () => {
    const draft = new Y.Doc();
    for (const id of ['a', 'b', 'c']) write(draft, id, id);
    moveDraftNote(draft, { id: 'c', lane: direction, index: 0, at: at(1) });
    expect(texts(readDraft(draft))).toEqual(['c', 'a', 'b']);
    moveDraftNote(draft, { id: 'a', lane: exploration, index: 9, at: at(1) });
    expect(readDraft(draft).map(({ id, lane }) => [id, lane])).toEqual([
      ['a', exploration],
      ['c', direction],
      ['b', direction],
    ]);
    rewordNote(draft, { id: 'b', text: 'said otherwise', at: at(2) });
    rewordNote(draft, { id: 'b', text: '   ', at: at(3) });
    removeNote(draft, 'c');
    expect(texts(readDraft(draft)).sort()).toEqual(['a', 'said otherwise']);
  });

  test('comes together in two pages of one browser, whoever moved what', () => {
    const one = new Y.Doc();
    for (const id of ['a', 'b', 'c', 'd']) write(one, id, id);
    const other = copyOf(one);
    moveDraftNote(one, { id: 'd', lane: direction, index: 0, at: at(1) });
    moveDraftNote(other, { id: 'a', lane: direction, index: 3, at: at(1) });
    sync(one, other);
    expect(readDraft(one)).toEqual(readDraft(other));
    expect(readDraft(one)).toHaveLength(4);
  });

  test('leaves out what it cannot read and never takes it away', () => {
    const draft = new Y.Doc();
    write(draft, 'a', 'a');
    draft.getMap('notes').set('odd', 7);
    draft
      .getMap('notes')
      .set('blank', new Y.Map(Object.entries({ lane: direction, text: ' ', order: 1, at: noon })));
    expect(texts(readDraft(draft))).toEqual(['a']);
    expect(draft.getMap('notes').size).toBe(3);
  });
});

describe('notes on a desk', () => {
  test('are seen by nobody else before the step is shown, nor because it was switched off', () => {
    const [draft, desk] = [new Y.Doc(), new Y.Doc()];
    write(draft, 'a', 'mine');
    done(desk, draft);
    for (const setting of [open, unseen, { ...unseen, on: false }])
      expect(revealedNotes(setting, [whole(desk)])).toEqual([]);
    expect(texts(ownNotes(whole(desk), step))).toEqual(['mine']);
    expect(notesKeptBack({ ...unseen, on: false }, whole(desk))).toEqual([step]);
    expect(texts(revealedNotes(shown, [whole(desk)]))).toEqual(['mine']);
    releaseNotes(desk, [step]);
    expect(texts(revealedNotes(open, [whole(desk)]))).toEqual(['mine']);
  });

  test('left over from a step that nobody ended go along with the next one', () => {
    const [draft, desk] = [new Y.Doc(), new Y.Doc()];
    write(draft, 'a', 'old');
    done(desk, draft);
    const fresh = new Y.Doc();
    write(fresh, 'b', 'new');
    sayNotesDone(desk, { step: 'step-2', at: at(9), entries: entriesOfDraft(fresh), shown: new Set() });
    const second = { ...unseen, step: 'step-2', shown: new Set(['step-2']) };
    expect(texts(revealedNotes(second, [whole(desk)])).sort()).toEqual(['new', 'old']);
    expect(notesKeptBack(second, whole(desk))).toEqual([]);
  });

  test('read equally in every order of arrival, one entry at a time, and the rest is kept', () => {
    const [draft, desk] = [new Y.Doc(), new Y.Doc()];
    for (const id of ['a', 'b']) write(draft, id, id);
    done(desk, draft);
    desk.getMap('notes').set('no key of ours', { at: noon });
    desk.getMap('notes').set(`${step}/%E0%A4%A@${noon}`, { at: noon });
    countNotes(desk, 'step-9', 3);
    expect(readHeldNotes(desk).notes).toHaveLength(2);
    expect(readHeldNotes(desk).counted).toEqual(new Map([['step-9', 3]]));
    expect(desk.getMap('notes').size).toBe(4);
    expect(readDesk(desk, erin).unknown).toBe(0);
  });

  type Deed =
    | { readonly kind: 'write' | 'reword'; readonly device: number; readonly n: number }
    | { readonly kind: 'done' | 'back' | 'tidy' | 'take in' | 'sync'; readonly device: number };
  const device = fc.nat({ max: 1 });
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({ kind: fc.constantFrom('write' as const, 'reword' as const), device, n: fc.nat({ max: 9 }) }),
    fc.record({
      kind: fc.constantFrom(
        'done' as const,
        'back' as const,
        'tidy' as const,
        'take in' as const,
        'sync' as const,
      ),
      device,
    }),
  );

  test('are never lost nor doubled between two devices, whatever is done in which order', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const desks = [new Y.Doc(), new Y.Doc()] as const;
        const drafts = [new Y.Doc(), new Y.Doc()] as const;
        const newest = new Map<string, string>();
        deeds.forEach((one, i) => {
          const [desk, draft, other] = [
            desks[one.device ? 1 : 0],
            drafts[one.device ? 1 : 0],
            drafts[one.device ? 0 : 1],
          ];
          const isDone = readHeldNotes(desk).done.has(step);
          if (one.kind === 'write' && !isDone) {
            const id = `n${one.device}-${i}`;
            write(draft, id, `written ${i}`, i);
            newest.set(id, `written ${i}`);
          } else if (one.kind === 'reword' && !isDone) {
            const notes = readDraft(draft);
            const note = notes[one.n % Math.max(1, notes.length)];
            if (!note) return;
            rewordNote(draft, { id: note.id, text: `reworded ${i}`, at: at(i) });
            newest.set(note.id, `reworded ${i}`);
          } else if (one.kind === 'done') done(desk, draft, i);
          else if (one.kind === 'back' && isDone) {
            // As the panel does: into this browser first, then off the desk.
            keepNotes(draft, heldNoteEntries(desk, [step]));
            takeBackNotesDone(desk, [step]);
          } else if (one.kind === 'tidy' && isDone && missingOnDesk(desk, entriesOfDraft(draft)).length === 0)
            dropNotes(draft, entriesOfDraft(draft));
          else if (one.kind === 'take in' && !isDone) keepNotes(draft, entriesOfDraft(other));
          else if (one.kind === 'sync') sync(...desks);
        });
        sync(...desks);
        for (const at of [0, 1] as const) done(desks[at], drafts[at], 900 + at);
        sync(...desks);
        const seen = desks.map((desk) => revealedNotes(shown, [whole(desk)]));
        expect(seen[0]).toEqual(seen[1]);
        expect(new Map((seen[0] as readonly DraftNote[]).map(({ id, text }) => [id, text]))).toEqual(newest);
        expect(seen[0]).toHaveLength(newest.size);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('a step', () => {
  const people = () => {
    const docs = { erin: new Y.Doc(), mona: new Y.Doc(), pia: new Y.Doc() };
    claimRole(docs.mona, 'manager');
    claimRole(docs.pia, 'peer');
    confirmRole(docs.erin, mona, 'manager');
    confirmRole(docs.erin, pia, 'peer');
    const read = () => [whole(docs.erin), whole(docs.mona, mona), whole(docs.pia, pia)];
    return { docs, read };
  };
  const over = (desks: readonly NotesDesk[]) => writingState(step, desks, erin, new Set()).over;

  test('is over when engineer and manager are done, whoever else is not, in any order of desks', () => {
    const { docs, read } = people();
    done(docs.erin, new Y.Doc());
    expect(over(read())).toBe(false);
    done(docs.mona, new Y.Doc());
    expect([over(read()), over(read().toReversed())]).toEqual([true, true]);
    takeBackNotesDone(docs.erin, [step]);
    expect(over(read())).toBe(false);
  });

  test('waits for a confirmed manager whose desk is not here, and has no end without one', () => {
    const { docs, read } = people();
    for (const doc of [docs.erin, docs.mona]) done(doc, new Y.Doc());
    confirmRole(docs.erin, max, 'manager');
    expect(over(read())).toBe(false);
    const alone = new Y.Doc();
    done(alone, new Y.Doc());
    expect(over([whole(alone)])).toBe(false);
  });

  test('is begun by one of two who switch at once, once, and its end is never taken back', () => {
    const sheet = new Y.Doc();
    takeOwnership(sheet, erin);
    const other = copyOf(sheet);
    const choice = (one: string, on = true) => ({ on, step: one, by: erin, at: noon });
    switchWriting(sheet, choice('a'));
    switchWriting(other, choice('b'));
    sync(sheet, other);
    const begun = readSheet(sheet).writing;
    expect(readSheet(other).writing).toEqual(begun);
    switchWriting(sheet, choice('c'));
    expect(readSheet(sheet).writing).toEqual(begun);
    switchWriting(sheet, { ...choice('d', false), by: max });
    expect(readSheet(sheet).writing.on).toBe(true);
    showNotes(sheet, 'elsewhere');
    showNotes(sheet, begun.step ?? '');
    switchWriting(other, choice('x', false));
    sync(sheet, other);
    for (const doc of [sheet, other]) expect([...readSheet(doc).writing.shown]).toEqual([begun.step]);
    expect(readSheet(sheet).unknown).toBe(0);
  });
});
