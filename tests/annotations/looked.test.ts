import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Desk } from '../../src/annotations/desk.ts';
import { changedSince, isUnread, lookNow, newSince } from '../../src/annotations/looked.ts';
import { planMinutes, readLooked, rememberLooks } from '../../src/annotations/lookedDocument.ts';
import {
  copyOf,
  engineer,
  erin,
  manager,
  note,
  one,
  remark,
  stance,
  suggestion,
  talkOf,
  text,
  two,
  verdict,
} from './builders.ts';

const written = { ...note, own: false };
const unread = (before: readonly Desk[], after: readonly Desk[], me = erin) =>
  isUnread(lookNow(note, talkOf(...before), me), written, talkOf(...after), me);

describe('what is new to somebody', () => {
  test('L1: a note of somebody else that they never looked at, but not their own', () => {
    const talk = talkOf(engineer(), manager());
    expect(isUnread(undefined, written, talk, erin)).toBe(true);
    expect(isUnread(undefined, { ...note, own: true }, talk, erin)).toBe(false);
    expect(
      isUnread(undefined, { ...note, own: true }, talkOf(manager({ remarks: [remark('a')] })), erin),
    ).toBe(true);
  });

  test.each([
    ['a view', manager({ stances: stance('agree') })],
    [
      'another view',
      manager({ stances: stance('disagree', { at: two }) }),
      manager({ stances: stance('agree') }),
    ],
    ['a remark', manager({ remarks: [remark('a')] })],
    [
      'an edited remark',
      manager({ remarks: [remark('a', { editedAt: one })] }),
      manager({ remarks: [remark('a')] }),
    ],
  ])('L1: %s by somebody else', (_, after, before = manager()) => {
    expect(unread([engineer(), before], [engineer(), after])).toBe(true);
    expect(unread([engineer(), after], [engineer(), after])).toBe(false);
  });

  test('L1: a decision about their suggestion', () => {
    const asked = manager({ remarks: [suggestion('s', 'x')] });
    const decided = engineer({ verdicts: [verdict('s', 'declined', two)] });
    expect(unread([engineer(), asked], [decided, asked], asked.owner)).toBe(true);
    expect(unread([decided, asked], [decided, asked], asked.owner)).toBe(false);
  });

  test('L3: nothing they did themselves', () => {
    const own = engineer({
      stances: stance('agree'),
      remarks: [remark('a')],
      verdicts: [verdict('a', 'resolved')],
    });
    expect(unread([engineer()], [own])).toBe(false);
  });

  test('L2: words that say something else than at their last look', () => {
    const look = lookNow(note, talkOf(engineer()), erin);
    expect(changedSince(look, note)).toBe(false);
    expect(changedSince(look, { ...note, text: `${text.toUpperCase()}!` })).toBe(false);
    expect(changedSince(look, { ...note, text: `${text} by June` })).toBe(true);
    expect(changedSince(undefined, note)).toBe(false);
  });

  test('is told word by word', () => {
    const before = talkOf(engineer(), manager({ remarks: [remark('a')] }));
    const after = talkOf(engineer(), manager({ remarks: [remark('a'), remark('b', { at: one })] }));
    expect([...newSince(lookNow(note, before, erin), note, after, erin)]).toEqual([`b@${one}`]);
  });
});

describe('what was looked at', () => {
  test('is remembered, and two pages of one browser remember together', () => {
    const first = new Y.Doc();
    const look = lookNow(note, talkOf(engineer(), manager({ remarks: [remark('a')] })), erin);
    rememberLooks(first, new Map([[note.id, look]]));
    const second = copyOf(first);
    planMinutes(second, 45);
    expect(readLooked(second)).toEqual({ looks: new Map([[note.id, look]]), minutes: 45 });
  });

  test('is written only when there is something new', () => {
    const doc = new Y.Doc();
    const looks = new Map([[note.id, { text, said: ['a'] }]]);
    rememberLooks(doc, looks);
    const before = Y.encodeStateVector(doc);
    rememberLooks(doc, looks);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test('is read with care', () => {
    const doc = new Y.Doc();
    doc.getMap('looks').set('n1', { text, said: ['a', 7] });
    doc.getMap('looks').set('n2', 'yesterday');
    doc.getMap('about').set('minutes', -5);
    expect(readLooked(doc)).toEqual({ looks: new Map([['n1', { text, said: ['a'] }]]), minutes: 1 });
  });
});
