import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { participantsOf } from '../../../src/annotations/participants.ts';
import { citedOn } from '../../../src/annotations/place/cited.ts';
import {
  citeLine,
  dropCitation,
  type MarkKind,
  markKinds,
  markLevel,
  type PlaceDesk,
  readPlaceDesk,
} from '../../../src/annotations/place/placeDesk.ts';
import { standingOf } from '../../../src/annotations/place/standing.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { itemId, userId } from '../../../src/workshop/ids.ts';
import { builtInLadder } from '../../../src/workshop/ladder/builtInLadder.ts';
import { wordsOf } from '../../../src/workshop/ladder/ladder.ts';
import { desk, engineer, erin, manager, max, mona, noon, note, one, peer, pia } from '../builders.ts';

const mark = (level: string) => ({ level, title: level, at: noon });

const said = (owner: string, marks: Partial<Record<MarkKind, string>>): PlaceDesk => ({
  owner: userId(owner),
  marks: Object.fromEntries(Object.entries(marks).map(([kind, level]) => [kind, mark(level)])),
  citations: new Map(),
  unknown: 0,
});

const people = participantsOf([engineer(), manager(), peer(), desk('max', { claim: 'manager' })], erin);
const standing = (...desks: PlaceDesk[]) => standingOf(builtInLadder, people, desks, erin);

describe('where the role stands', () => {
  test('follows from the engineer’s marks alone', () => {
    const marks = { now: 'senior', role: 'staff' };
    const others = said('mona', { now: 'staff', role: 'staff' });
    expect(standing(said('erin', marks), others)).toMatchObject({
      distance: { kind: 'ahead', by: 1 },
      mode: 'stretch',
    });
    expect(standing(others)).toMatchObject({ distance: null, mode: null });
    expect(standing(said('erin', { role: 'staff' })).mode).toBeNull();
  });

  test('differs where somebody sees another level, the role first, and those who count first', () => {
    const found = standing(
      said('pia', { role: 'principal' }),
      said('max', { now: 'junior' }),
      said('mona', { now: 'staff', role: 'senior-staff' }),
      said('erin', { now: 'senior', role: 'staff' }),
    );
    expect(
      found.differences.map(({ person, kind, theirs, ours }) => [person.user, kind, theirs.id, ours.id]),
    ).toEqual([
      [mona, 'role', 'senior-staff', 'staff'],
      [mona, 'now', 'staff', 'senior'],
      [max, 'now', 'junior', 'senior'],
      [pia, 'role', 'principal', 'staff'],
    ]);
  });

  test('does not count a mark at a level that is no longer there, and still tells what it was', () => {
    const found = standing(said('erin', { now: 'wizard', role: 'staff' }), said('mona', { now: 'staff' }));
    expect(found).toMatchObject({ mode: null, differences: [] });
    expect(found.engineer?.now).toEqual({ mark: mark('wizard'), level: null });
  });

  test('is the same whatever order desks arrive in', () => {
    const level = fc.option(fc.constantFrom('senior', 'staff', 'manager', 'gone'), { nil: undefined });
    const desks = fc.tuple(
      ...['erin', 'mona', 'max', 'pia', 'fay'].map((owner) =>
        fc
          .record({ now: level, role: level })
          .map(({ now, role }) => said(owner, { ...(now ? { now } : {}), ...(role ? { role } : {}) })),
      ),
    );
    fc.assert(
      fc.property(
        desks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, turned]) => {
          expect(standing(...turned)).toEqual(standing(...all));
          // Nobody else can set the engineer's mode.
          const alone = standing(...all.filter(({ owner }) => owner === erin));
          expect(standing(...all).mode).toBe(alone.mode);
        },
      ),
      { seed: 20261207 },
    );
  });
});

describe('what is said of the place', () => {
  test('lies on the desk as it was said, can be taken back, and is nothing unknown to the desk', () => {
    const doc = new Y.Doc();
    markLevel(doc, 'now', mark('senior'));
    markLevel(doc, 'role', mark('staff'));
    markLevel(doc, 'role', null);
    expect(readPlaceDesk(doc, erin)).toEqual(said('erin', { now: 'senior' }));
    expect(readDesk(doc, erin).unknown).toBe(0);
  });

  test('by two devices at once is what one of them said, whole', () => {
    const [phone, laptop] = [new Y.Doc(), new Y.Doc()];
    markLevel(phone, 'role', { level: 'staff', title: 'Staff', at: noon });
    markLevel(laptop, 'role', { level: 'principal', title: 'Principal', at: one });
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(laptop));
    Y.applyUpdate(laptop, Y.encodeStateAsUpdate(phone));
    const { role } = readPlaceDesk(phone, erin).marks;
    expect(readPlaceDesk(laptop, erin).marks.role).toEqual(role);
    expect([
      ['staff', 'Staff'],
      ['principal', 'Principal'],
    ]).toContainEqual([role?.level, role?.title]);
  });

  test('that can’t be read is counted and kept', () => {
    const doc = new Y.Doc();
    doc.getMap('marks').set('now', 'staff');
    doc.getMap('marks').set('later', mark('staff'));
    doc.getMap('citations').set('n1', { level: 'staff' });
    expect(readPlaceDesk(doc, erin)).toEqual({ ...said('erin', {}), unknown: 3 });
    expect(markKinds.every((kind) => markLevel(doc, kind, mark('staff')))).toBe(true);
    expect(doc.getMap('marks').get('later')).toEqual(mark('staff'));
  });
});

describe('a line of the ladder that a note cites', () => {
  const line = { level: 'staff', dimension: null };
  const words = wordsOf(builtInLadder, line) ?? { level: '', dimension: '', text: '' };
  const cites = (owner: string, level = 'staff'): PlaceDesk => {
    const doc = new Y.Doc();
    citeLine(doc, { note: note.id, line: { ...line, level }, words, at: noon });
    return readPlaceDesk(doc, userId(owner));
  };

  test('is the sheet’s where the engineer cites it, and stands beside it where others do', () => {
    const found = citedOn(note.id, people, [cites('pia'), cites('mona', 'principal'), cites('erin')], erin);
    expect(found.sheets?.citation.line).toEqual(line);
    expect(found.others.map(({ person, citation }) => [person.user, citation.line.level])).toEqual([
      [mona, 'principal'],
      [pia, 'staff'],
    ]);
    expect(citedOn(itemId('other'), people, [cites('erin')], erin)).toEqual({ sheets: null, others: [] });
  });

  test('keeps its words, and goes when it is dropped', () => {
    const doc = new Y.Doc();
    citeLine(doc, { note: note.id, line, words, at: noon });
    expect(readPlaceDesk(doc, erin).citations.get(note.id)).toEqual({ note: note.id, line, words, at: noon });
    dropCitation(doc, note.id);
    expect(readPlaceDesk(doc, erin)).toEqual(said('erin', {}));
  });
});
