import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { stanceValues } from '../../src/annotations/desk.ts';
import {
  addRemark,
  claimRole,
  clearStance,
  confirmRole,
  decide,
  editRemark,
  introduce,
  takeStance,
  withdrawRole,
} from '../../src/annotations/deskDocument.ts';
import { longest } from '../../src/annotations/entries.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { copyOf, desk, deskOf, erin, mona, noon, note, one, text, two } from './builders.ts';

const taken = { note: note.id, value: 'agree', reason: 'it hurts', text, at: noon } as const;

describe('a desk from a version that says more', () => {
  test('keeps what it says: names that can’t be read cost no words, and are there for who can read them', () => {
    const doc = new Y.Doc();
    addRemark(doc, { id: 'r1', note: note.id, text: 'For whom, @Mona?', at: noon });
    const entry = doc.getMap<Y.Map<unknown>>('remarks').get('r1');
    entry?.set('mentions', [{ user: 'mona', name: 'Mona' }, { team: 'all of them' }, 7]);
    entry?.set('mood', 'curious');
    editRemark(doc, { id: 'r1', text: 'For whom first, @Mona?', at: one });
    expect(deskOf(copyOf(doc)).remarks.map(({ text: said, mentions }) => [said, mentions])).toEqual([
      ['For whom first, @Mona?', [{ user: 'mona', name: 'Mona' }]],
    ]);
    expect(entry?.get('mood')).toBe('curious');
    expect(entry?.get('mentions')).toHaveLength(3);
  });
});

describe('a desk', () => {
  test('is empty before anything was said', () => {
    expect(deskOf(new Y.Doc())).toEqual(desk('erin', { name: '' }));
  });

  test('says what was put on it, on another device too', () => {
    const doc = new Y.Doc();
    introduce(doc, 'Erin Example');
    claimRole(doc, 'engineer');
    confirmRole(doc, mona, 'manager');
    takeStance(doc, taken);
    addRemark(doc, { id: 'r2', note: note.id, text: 'why two?', at: one });
    addRemark(doc, {
      id: 'r1',
      note: note.id,
      text: 'rather so',
      answers: 'r2',
      wording: { proposed: 'Cut it to one hour', original: text },
      at: two,
    });
    decide(doc, { remark: 'r2', value: 'resolved', after: null, at: two });
    expect(deskOf(copyOf(doc))).toEqual({
      owner: erin,
      name: 'Erin Example',
      claim: 'engineer',
      confirmed: new Map([[mona, 'manager']]),
      stances: new Map([[note.id, taken]]),
      remarks: [
        { id: 'r2', note: note.id, text: 'why two?', answers: null, wording: null, at: one, editedAt: null },
        {
          id: 'r1',
          note: note.id,
          text: 'rather so',
          answers: 'r2',
          wording: { proposed: 'Cut it to one hour', original: text },
          at: two,
          editedAt: null,
        },
      ],
      verdicts: [{ remark: 'r2', value: 'resolved', before: null, at: two }],
      unknown: 0,
      newer: false,
    });
  });

  test('forgets a stance, a claim and a confirmation that were taken back', () => {
    const doc = new Y.Doc();
    takeStance(doc, taken);
    claimRole(doc, 'peer');
    confirmRole(doc, mona, 'manager');
    clearStance(doc, note.id, one);
    claimRole(doc, null);
    withdrawRole(doc, mona);
    expect(deskOf(doc)).toEqual(desk('erin', { name: '' }));
    takeStance(doc, { ...taken, value: 'disagree', at: two });
    expect(deskOf(doc).stances.get(note.id)?.value).toBe('disagree');
  });

  test('keeps the rest of a remark when its text is edited', () => {
    const doc = new Y.Doc();
    addRemark(doc, { id: 'r', note: note.id, text: 'befor', answers: 'q', at: noon });
    editRemark(doc, { id: 'r', text: 'before', at: one });
    expect(deskOf(doc).remarks).toEqual([
      { id: 'r', note: note.id, text: 'before', answers: 'q', wording: null, at: noon, editedAt: one },
    ]);
  });

  test('a decision is always newer than the one it answers, whatever the clock says', () => {
    const doc = new Y.Doc();
    decide(doc, { remark: 'r', value: 'reopened', after: two, at: noon });
    expect(deskOf(doc).verdicts).toEqual([
      { remark: 'r', value: 'reopened', before: null, at: '2026-11-20T14:00:00.001Z' },
    ]);
  });

  test('each operation is one labelled transaction, and saying the same again is none', () => {
    const doc = new Y.Doc();
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    for (let round = 0; round < 2; round += 1) {
      introduce(doc, 'Erin Example');
      takeStance(doc, taken);
      addRemark(doc, { id: 'r', note: note.id, text: 'hm', at: noon });
    }
    expect(origins).toEqual(['annotations/introduce', 'annotations/take-stance', 'annotations/add-remark']);
  });

  test('cuts what is longer than any field, and mends half an emoji, so that bytes and text agree', () => {
    const doc = new Y.Doc();
    takeStance(doc, { ...taken, reason: '🙂'.repeat(longest.line) });
    addRemark(doc, { id: 'r', note: note.id, text: 'a\ud83d', at: noon });
    const read = deskOf(doc);
    expect(read.stances.get(note.id)?.reason.length).toBe(longest.line);
    expect(read.remarks[0]?.text).toBe('a\ufffd');
    expect(deskOf(copyOf(doc))).toEqual(read);
  });
});

describe('what a desk can not read', () => {
  function strange(): Y.Doc {
    const doc = new Y.Doc();
    takeStance(doc, taken);
    const stances = doc.getMap<unknown>('stances');
    stances.set('n2', 'a plain word');
    const later = new Y.Map<unknown>();
    for (const [key, value] of Object.entries({ value: 'delighted', text, at: noon, mood: 7 }))
      later.set(key, value);
    stances.set('n3', later);
    doc.getMap<unknown>('remarks').set('r', new Y.Map([['text', 5]]));
    doc.getMap<unknown>('verdicts').set('r', null);
    doc.getMap<unknown>('confirmed').set('someone', 'emperor');
    doc.getMap<unknown>('about').set('claim', 'emperor');
    doc.getArray('reactions').push(['a newer idea']);
    return doc;
  }

  test('is counted and leaves the rest readable', () => {
    expect(readDesk(copyOf(strange()), erin)).toEqual(
      desk('erin', { name: '', stances: new Map([[note.id, taken]]), unknown: 7 }),
    );
  });

  test('survives, byte for byte, while the desk is written and travels', () => {
    const doc = copyOf(strange());
    takeStance(doc, { ...taken, value: 'disagree' });
    takeStance(doc, { ...taken, note: itemId('n2') });
    addRemark(doc, { id: 'r', note: note.id, text: 'over it?', at: noon });
    decide(doc, { remark: 'r', value: 'resolved', after: null, at: noon });
    const there = copyOf(doc);
    expect(there.getMap('stances').get('n2')).toBe('a plain word');
    expect((there.getMap('stances').get('n3') as Y.Map<unknown>).toJSON()).toEqual({
      value: 'delighted',
      text,
      at: noon,
      mood: 7,
    });
    expect(there.getArray('reactions').toJSON()).toEqual(['a newer idea']);
    expect((there.getMap('remarks').get('r') as Y.Map<unknown>).toJSON()).toEqual({ text: 5 });
    expect(there.getMap('verdicts').get('r')).toBe(null);
    expect(readDesk(there, erin).unknown).toBe(7);
  });

  test('a desk of a newer schema is read as far as possible and never written', () => {
    const doc = new Y.Doc();
    takeStance(doc, taken);
    doc.getMap('about').set('schema', 2);
    const before = Y.encodeStateAsUpdate(doc);
    expect(takeStance(doc, { ...taken, value: 'disagree' })).toBe(false);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(deskOf(doc)).toEqual(
      desk('erin', { name: '', stances: new Map([[note.id, taken]]), newer: true }),
    );
  });
});

describe('one person on two devices', () => {
  test('never ends up with a stance that was taken on neither', () => {
    const said = fc.record({
      value: fc.constantFrom(...stanceValues, null),
      text: fc.constantFrom('one wording', 'another wording'),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 4 }), fc.array(said), fc.array(said), (base, here, there) => {
        const first = new Y.Doc();
        const say = (doc: Y.Doc, all: typeof base) => {
          for (const { value, text: about } of all) {
            if (value === null) clearStance(doc, note.id, noon);
            else takeStance(doc, { ...taken, value, text: about });
          }
        };
        say(first, base);
        const second = copyOf(first);
        say(first, here);
        say(second, there);
        const last = (doc: Y.Doc) => {
          const { value, text: about } = deskOf(doc).stances.get(note.id) ?? { value: null, text: '' };
          return `${value} ${about}`;
        };
        const possible = [last(first), last(second)];
        const both = copyOf(first);
        Y.applyUpdate(both, Y.encodeStateAsUpdate(second));
        expect(possible).toContain(last(both));
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});
