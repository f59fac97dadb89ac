/** Words that are for nobody else yet: in a draft, on a desk, shown. What is said must come out as it was said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blindStep } from '../../src/annotations/blindSetting.ts';
import { type Desk, stanceValues } from '../../src/annotations/desk.ts';
import {
  addRemark,
  claimRole,
  confirmRole,
  decide,
  editRemark,
  takeStance,
} from '../../src/annotations/deskDocument.ts';
import { clearInDraft, dropEntries, editInDraft, keepEntries } from '../../src/annotations/draftDesk.ts';
import {
  entriesIn,
  heldEntries,
  holdWords,
  readHeld,
  release,
  sayDone,
  takeBackDone,
  wordFrom,
} from '../../src/annotations/heldWords.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { readSheet } from '../../src/annotations/sheetDocument.ts';
import { takeOwnership } from '../../src/annotations/sheetOperations.ts';
import { showStep, switchBlind } from '../../src/annotations/switchBlind.ts';
import { stepState, visibleDesks, type WholeDesk } from '../../src/annotations/unseen.ts';
import { itemId, type UserId, userId } from '../../src/workshop/ids.ts';
import { copyOf, erin, max, mona, noon, note, pia, text } from './builders.ts';

const seed = 20261123;
const step = 'step-1';
const at = (minute: number): string => new Date(Date.parse(noon) + minute * 60_000).toISOString();

/** One thing that somebody does; the same deeds give the same words wherever they are written. */
type Deed =
  | { readonly kind: 'stance'; readonly note: number; readonly value: number; readonly reason: string }
  | { readonly kind: 'clear'; readonly note: number }
  | { readonly kind: 'remark'; readonly id: number; readonly words: string }
  | { readonly kind: 'edit'; readonly id: number; readonly words: string }
  | { readonly kind: 'verdict'; readonly id: number };

const small = fc.integer({ min: 0, max: 3 });
const words = fc.string({ maxLength: 12, unit: 'grapheme' });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('stance' as const), note: small, value: small, reason: words }),
  fc.record({ kind: fc.constant('clear' as const), note: small }),
  fc.record({ kind: fc.constant('remark' as const), id: small, words }),
  fc.record({ kind: fc.constant('edit' as const), id: small, words }),
  fc.record({ kind: fc.constant('verdict' as const), id: small }),
);

/** In the open, as far as `desk` goes; into `draft` as the app does it, which knows what lies on the desk. */
function perform(deeds: readonly Deed[], from: number, target: Y.Doc, desk: Y.Doc, isDraft: boolean): void {
  deeds.forEach((one, i) => {
    const time = at(from + i);
    if (one.kind === 'stance')
      takeStance(target, {
        note: itemId(`n${one.note}`),
        value: stanceValues[one.value] ?? 'agree',
        reason: one.reason,
        text,
        at: time,
      });
    else if (one.kind === 'clear') {
      const known = readDesk(desk, erin).stances.has(itemId(`n${one.note}`));
      if (isDraft) clearInDraft(target, { note: itemId(`n${one.note}`), at: time, known });
      else target.getMap('stances').get(`n${one.note}`) && clearOpen(target, `n${one.note}`, time);
    } else if (one.kind === 'remark')
      addRemark(target, { id: `r${one.id}`, note: note.id, text: one.words, at: time });
    else if (one.kind === 'edit') {
      const known = readDesk(desk, erin).remarks.find(({ id }) => id === `r${one.id}`);
      if (isDraft && known) editInDraft(target, known, { id: `r${one.id}`, text: one.words, at: time });
      else editRemark(target, { id: `r${one.id}`, text: one.words, at: time });
    } else decide(target, { remark: `r${one.id}`, value: 'resolved', after: null, at: time });
  });
}

function clearOpen(doc: Y.Doc, id: string, time: string): void {
  const entry = doc.getMap('stances').get(id);
  if (!(entry instanceof Y.Map) || entry.get('value') === null) return;
  for (const [key, value] of Object.entries({ value: null, text: '', at: time })) entry.set(key, value);
}

const whole = (doc: Y.Doc, owner: UserId = erin): WholeDesk => ({
  desk: readDesk(doc, owner),
  ...readHeld(doc),
});
const open = { on: false, step: null, by: null, shown: new Set<string>() };
const blind = { ...open, on: true, step };
const shown = { ...blind, shown: new Set([step]) };
const said = ({ stances, remarks, verdicts }: Desk) => ({
  stances: [...stances.values()].sort((a, b) => (a.note < b.note ? -1 : 1)),
  remarks,
  verdicts,
});
/** Saying the same again changes no time in the open; it may, unseen. */
const timeless = (desk: Desk) => ({
  ...said(desk),
  stances: said(desk).stances.map(({ at: _, ...rest }) => rest),
});
const draftWords = (draft: Y.Doc) => entriesIn(draft).flatMap((entry) => wordFrom(entry) ?? []);
const done = (desk: Y.Doc, draft: Y.Doc, time = at(500)) =>
  sayDone(desk, { step, at: time, entries: entriesIn(draft), shown: new Set() });

describe('what is said unseen', () => {
  test('comes out at the end exactly as if it had been said in the open', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 12 }), (before, unseen) => {
        const [openly, desk, draft] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        perform(before, 0, openly, openly, false);
        perform(before, 0, desk, desk, false);
        // A remark id is used once: the same one again, unseen, would be another remark.
        const fresh = unseen.filter(
          (one) => one.kind !== 'remark' || !before.some((old) => old.kind === 'remark' && old.id === one.id),
        );
        perform(fresh, 100, openly, openly, false);
        perform(fresh, 100, draft, desk, true);
        const mine = visibleDesks({
          setting: blind,
          desks: [whole(desk)],
          viewer: erin,
          draft: draftWords(draft),
        });
        expect(mine.map(timeless)).toEqual([timeless(readDesk(openly, erin))]);
        done(desk, draft);
        expect(visibleDesks({ setting: shown, desks: [whole(desk)], viewer: null }).map(timeless)).toEqual([
          timeless(readDesk(openly, erin)),
        ]);
      }),
      { seed },
    );
  });

  test('changes nothing for others before, and hides nothing that was said in the open', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 12 }), (before, unseen) => {
        const [desk, draft] = [new Y.Doc(), new Y.Doc()];
        perform(before, 0, desk, desk, false);
        const openly = said(readDesk(desk, erin));
        perform(unseen, 100, draft, desk, true);
        done(desk, draft);
        for (const viewer of [max, null])
          expect(visibleDesks({ setting: blind, desks: [whole(desk)], viewer }).map(said)).toEqual([openly]);
        // Not even by switching to work in the open: who said it is asked.
        for (const setting of [open, { ...blind, on: false }])
          expect(visibleDesks({ setting, desks: [whole(desk)], viewer: max }).map(said)).toEqual([openly]);
      }),
      { seed },
    );
  });

  test('is the same when it is said to be done twice, on two devices, or after everything was killed in the middle', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 10 }), fc.array(deed, { maxLength: 10 }), (first, second) => {
        const laptop = new Y.Doc();
        const [draft, other] = [new Y.Doc(), new Y.Doc()];
        perform(first, 0, draft, laptop, true);
        perform(second, 100, other, laptop, true);
        const phone = copyOf(laptop);
        done(laptop, draft);
        done(laptop, draft);
        done(phone, other, at(501));
        Y.applyUpdate(phone, Y.encodeStateAsUpdate(laptop));
        Y.applyUpdate(laptop, Y.encodeStateAsUpdate(phone));
        const both = (doc: Y.Doc) =>
          visibleDesks({ setting: shown, desks: [whole(doc)], viewer: null }).map(said);
        expect(both(laptop)).toEqual(both(phone));
        const united = visibleDesks({
          setting: shown,
          desks: [whole(new Y.Doc())],
          viewer: erin,
          draft: [...draftWords(other), ...draftWords(draft)],
        });
        expect(both(laptop)).toEqual(united.map(said));
        const size = Y.encodeStateAsUpdate(laptop).length;
        done(laptop, draft);
        expect(Y.encodeStateAsUpdate(laptop).length).toBe(size);
      }),
      { seed },
    );
  });

  test('goes back into the draft as it was when its owner is not done after all', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 10 }), (deeds) => {
        const [desk, draft] = [new Y.Doc(), new Y.Doc()];
        perform(deeds, 0, draft, desk, true);
        const before = entriesIn(draft);
        done(desk, draft);
        dropEntries(draft, before);
        expect(entriesIn(draft)).toEqual([]);
        keepEntries(draft, heldEntries(desk, [step]));
        takeBackDone(desk, [step]);
        expect(entriesIn(draft)).toEqual(before);
        expect(readHeld(desk)).toMatchObject({ held: [], done: new Set() });
      }),
      { seed },
    );
  });

  test('is seen the same whatever the order in which desks arrive', () => {
    const desks = [erin, mona, pia].map((owner, i) => {
      const doc = new Y.Doc();
      takeStance(doc, { note: note.id, value: 'agree', reason: '', text, at: at(i) });
      return whole(doc, owner);
    });
    const seen = (order: readonly WholeDesk[]) =>
      new Map(
        visibleDesks({ setting: blind, desks: order, viewer: mona }).map((desk) => [desk.owner, said(desk)]),
      );
    expect(seen(desks)).toEqual(new Map([...seen([...desks].reverse())].reverse()));
  });
});

describe('words that a step left behind', () => {
  test('are shown when their owner says so, and belong to the next step otherwise', () => {
    const [desk, draft] = [new Y.Doc(), new Y.Doc()];
    takeStance(draft, { note: note.id, value: 'disagree', reason: 'too early', text, at: noon });
    done(desk, draft);
    const later = { ...blind, step: 'step-2' };
    const seenBy = (viewer: UserId | null, setting = later) =>
      visibleDesks({ setting, desks: [whole(desk)], viewer })[0]?.stances.size;
    expect([seenBy(max), seenBy(erin)]).toEqual([0, 1]);
    sayDone(desk, { step: 'step-2', at: at(9), entries: [], shown: new Set() });
    expect([seenBy(max), seenBy(max, { ...later, shown: new Set(['step-2']) })]).toEqual([0, 1]);
    release(desk, ['step-2']);
    expect(seenBy(max)).toBe(1);
  });

  test('a word said after done goes to the desk at once, and the newer of two about a note stays there', () => {
    const [desk, scratch] = [new Y.Doc(), new Y.Doc()];
    const say = (value: (typeof stanceValues)[number], time: string) => {
      takeStance(scratch, { note: note.id, value, reason: '', text, at: time });
      holdWords(desk, step, entriesIn(scratch));
    };
    say('agree', at(2));
    say('not-sure', at(3));
    say('disagree', at(1));
    expect(readHeld(desk).held.map(({ word }) => word.kind === 'stance' && word.word.value)).toEqual([
      'not-sure',
    ]);
  });
});

describe('a step', () => {
  const sheet = () => {
    const doc = new Y.Doc();
    takeOwnership(doc, erin);
    return doc;
  };
  const settingOf = (doc: Y.Doc) => readSheet(doc).blind;

  test('is begun and ended by the engineer alone, and begins anew with an id of its own', () => {
    const doc = sheet();
    switchBlind(doc, { on: true, step: 'by-max', by: max, at: noon });
    expect(blindStep(settingOf(doc))).toBe(null);
    switchBlind(doc, { on: true, step: 'a', by: erin, at: noon });
    switchBlind(doc, { on: true, step: 'b', by: erin, at: noon });
    expect(blindStep(settingOf(doc))).toBe('a');
    showStep(doc, 'b');
    expect(blindStep(settingOf(doc))).toBe('a');
    showStep(doc, 'a');
    expect(blindStep(settingOf(doc))).toBe(null);
    switchBlind(doc, { on: true, step: 'c', by: erin, at: noon });
    expect(settingOf(doc)).toEqual({ on: true, step: 'c', by: erin, shown: new Set(['a']) });
    switchBlind(doc, { on: false, step: '', by: erin, at: noon });
    expect(settingOf(doc)).toEqual({ on: false, step: 'c', by: erin, shown: new Set(['a']) });
  });

  test('need not be begun: that somebody chose to work in the open is known, too', () => {
    const doc = sheet();
    expect(settingOf(doc)).toEqual({ on: false, step: null, by: null, shown: new Set() });
    switchBlind(doc, { on: false, step: 'unused', by: erin, at: noon });
    expect(settingOf(doc)).toEqual({ on: false, step: null, by: erin, shown: new Set() });
    switchBlind(doc, { on: true, step: 'a', by: erin, at: noon });
    expect(blindStep(settingOf(doc))).toBe('a');
  });

  test('that this version can’t read is taken for one in which nothing is shown', () => {
    const doc = sheet();
    doc.getMap('blind').set('setting', { of: 'a newer version' });
    expect([blindStep(settingOf(doc)) !== null, readSheet(doc).unknown]).toEqual([true, 1]);
  });

  const person = (owner: UserId, what: (doc: Y.Doc) => void = () => undefined): WholeDesk => {
    const doc = new Y.Doc();
    what(doc);
    return whole(doc, owner);
  };
  const isDone = (doc: Y.Doc) => sayDone(doc, { step, at: noon, entries: [], shown: new Set() });
  const engineer = (...managers: readonly UserId[]) =>
    person(erin, (doc) => {
      for (const one of managers) confirmRole(doc, one, 'manager');
      isDone(doc);
    });
  const manager = (owner: UserId, ready: boolean) =>
    person(owner, (doc) => {
      claimRole(doc, 'manager');
      if (ready) isDone(doc);
    });
  const over = (...desks: readonly WholeDesk[]) => stepState(step, desks, erin).over;

  test('is over when the engineer and every confirmed manager are done, and not before', () => {
    expect([
      over(engineer()),
      over(engineer(), manager(mona, true)),
      over(engineer(mona), manager(mona, false)),
      over(engineer(mona), manager(mona, true)),
      over(engineer(mona, max), manager(mona, true), manager(max, false)),
      over(engineer(mona, max), manager(mona, true)),
      over(
        person(erin, (doc) => confirmRole(doc, mona, 'manager')),
        manager(mona, true),
      ),
      stepState(step, [engineer(mona), manager(mona, true)], null).over,
    ]).toEqual([false, false, false, true, false, false, false, false]);
  });

  test('waits for no peer, and for nobody who has left', () => {
    const peer = person(pia, (doc) => claimRole(doc, 'peer'));
    expect(over(engineer(mona), manager(mona, true), peer)).toBe(true);
    const desks = [engineer(mona, max), manager(mona, true)];
    expect(stepState(step, desks, erin, new Set([max])).over).toBe(true);
    expect(stepState(step, [engineer(max)], erin, new Set([max])).hasManager).toBe(false);
  });

  test('tells of others how many notes they looked at, and nothing else', () => {
    const [{ people }] = [stepState(step, [engineer(mona), manager(mona, false)], erin)];
    expect(people.map(({ person: { user }, done: ready, looked }) => ({ user, ready, looked }))).toEqual([
      { user: userId('erin'), ready: true, looked: 0 },
      { user: userId('mona'), ready: false, looked: 0 },
    ]);
  });
});
