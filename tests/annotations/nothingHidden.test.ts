/** What holds of every shared figure, whatever anybody says: nobody speaks for others, and no word hides another. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Desk, stanceValues, verdictValues } from '../../src/annotations/desk.ts';
import { stateOf } from '../../src/annotations/noteState.ts';
import { participantsOf } from '../../src/annotations/participants.ts';
import { gatherTalk, positionsOn, threadsOn } from '../../src/annotations/talk.ts';
import { remarksIn } from '../../src/annotations/threads.ts';
import { userId } from '../../src/workshop/ids.ts';
import { roles } from '../../src/workshop/roles.ts';
import { desk, erin, mona, note, one, remark, stance, text, verdict } from './builders.ts';
import { stateHere } from './sheets.ts';

const people = ['erin', 'mona', 'max', 'pia', 'fay'] as const;
type Who = (typeof people)[number];
const someRole = fc.constantFrom(...roles);
const words = fc.constantFrom(text, text.toUpperCase(), 'as it was');

/** Anything that somebody may put on their own desk, true or not. */
const someDesk = (owner: Who): fc.Arbitrary<Desk> =>
  fc
    .record({
      claim: fc.option(someRole),
      confirmed: fc.array(fc.tuple(fc.constantFrom(...people), someRole), { maxLength: 5 }),
      stance: fc.option(fc.record({ value: fc.constantFrom(...stanceValues), text: words })),
      remarks: fc.array(
        fc.record({ answers: fc.option(fc.constantFrom(...people)), suggests: fc.boolean() }),
        { maxLength: 2 },
      ),
      verdicts: fc.uniqueArray(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...verdictValues)), {
        maxLength: 2,
        selector: ([about]) => about,
      }),
    })
    .map((said) =>
      desk(owner, {
        claim: said.claim,
        confirmed: new Map(said.confirmed.map(([who, role]) => [userId(who), role])),
        stances: said.stance ? stance(said.stance.value, { text: said.stance.text }) : new Map(),
        remarks: said.remarks.map(({ answers, suggests }, at) =>
          remark(`${owner}${at}`, {
            answers: answers && `${answers}0`,
            wording: suggests ? { proposed: `${owner}’s words`, original: text } : null,
          }),
        ),
        verdicts: said.verdicts.map(([about, value]) => verdict(`${about}0`, value)),
      }),
    );

const everybody = fc.tuple(...people.map(someDesk));
const others = (desks: readonly Desk[], owner: string) => desks.filter((own) => own.owner !== owner);

test('a role counts exactly when the sheet’s owner confirmed it, whatever else is on any desk', () => {
  fc.assert(
    fc.property(everybody, (desks) => {
      const owner = desks.find((own) => own.owner === erin);
      const expected = desks.map(({ owner: user, claim }) =>
        user === erin
          ? [user, true, true]
          : [user, claim !== null && claim !== 'engineer' && owner?.confirmed.get(user) === claim],
      );
      const found = participantsOf(desks, erin).map(({ user, confirmed, counts }) =>
        user === erin ? [user, confirmed, counts] : [user, confirmed],
      );
      expect(new Map(found.map(([user, ...rest]) => [user, rest]))).toEqual(
        new Map(expected.map(([user, ...rest]) => [user, rest])),
      );
    }),
    { seed: 20261212 },
  );
});

test('nobody else can make a note agreed for somebody who has to agree and has not', () => {
  fc.assert(
    fc.property(everybody, everybody, fc.constantFrom(erin, mona), (desks, forged, silent) => {
      // Everybody but the silent one does what they like; the owner stays the owner, and mona a confirmed manager.
      const own = desk(
        silent,
        silent === erin ? { confirmed: new Map([[mona, 'manager']]) } : { claim: 'manager' },
      );
      const rest = [...others(desks, silent), ...others(forged, silent)].filter(
        (one, at, all) => all.findIndex((other) => other.owner === one.owner) === at,
      );
      const settled = rest.map((one) =>
        one.owner === erin ? { ...one, confirmed: new Map([[mona, 'manager' as const]]) } : one,
      );
      expect(stateOf(note, gatherTalk([own, ...settled], erin))).not.toBe('agreed');
    }),
    { seed: 20261213, numRuns: 300 },
  );
});

test('a further word of anybody hides nobody’s words, neither in the talk nor in a round', () => {
  const added = fc.record({
    who: fc.constantFrom(...people),
    what: fc.constantFrom('remark', 'suggestion', 'answer', 'stance', 'verdict'),
    about: fc.constantFrom(...people),
    value: fc.constantFrom(...stanceValues),
  });
  fc.assert(
    fc.property(everybody, added, (desks, { who, what, about, value }) => {
      const more = desks.map((own): Desk => {
        if (own.owner !== who) return own;
        if (what === 'stance') return { ...own, stances: stance(value) };
        if (what === 'verdict')
          return { ...own, verdicts: [...own.verdicts, verdict(`${about}0`, 'reopened', one)] };
        const answers = what === 'answer' ? `${about}0` : null;
        const wording = what === 'suggestion' ? { proposed: 'other words', original: text } : null;
        return { ...own, remarks: [...own.remarks, remark('new', { answers, wording })] };
      });
      const said = (all: readonly Desk[]) => {
        const talk = gatherTalk(all, erin);
        const remarks = threadsOn(note.id, talk).flatMap(remarksIn);
        const stances = positionsOn(note, talk).flatMap(({ person, stance: own }) =>
          own ? [person.user] : [],
        );
        return [...remarks.map(({ id, author }) => `${author} ${id}`), ...stances];
      };
      expect(said(more)).toEqual(expect.arrayContaining(said(desks)));
      const kept = (all: readonly Desk[]) =>
        stateHere({ notes: { n1: { text } }, desks: all }).notes.flatMap(({ stances }) =>
          stances.map(({ user }) => user),
        );
      expect(kept(more)).toEqual(expect.arrayContaining(kept(desks)));
    }),
    { seed: 20261214, numRuns: 200 },
  );
});

test('the state of a whole sheet is the same whatever order desks arrive in', () => {
  const shuffled = everybody.chain((desks) =>
    fc.tuple(fc.constant(desks), fc.shuffledSubarray(desks, { minLength: desks.length })),
  );
  fc.assert(
    fc.property(shuffled, ([desks, turned]) => {
      const notes = { n1: { text } };
      expect(stateHere({ notes, desks: turned })).toEqual(stateHere({ notes, desks }));
    }),
    { seed: 20261215 },
  );
});
