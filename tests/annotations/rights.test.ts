/** Rules of the whole talk, whatever people say: nobody speaks for somebody else, and nothing said hides another word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desk } from '../../src/annotations/desk.ts';
import { stateOf } from '../../src/annotations/noteState.ts';
import { gatherTalk, type Talk, threadsOn } from '../../src/annotations/talk.ts';
import { remarksIn } from '../../src/annotations/threads.ts';
import { waitsFor } from '../../src/annotations/waiting.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { anyDesk } from './archives.ts';
import { erin } from './builders.ts';

const notes = ['n1', 'n2', 'n3', 'n4'].map((id) => ({ id: itemId(id), text: '' }));
/** All stances are about the notes as they are, so that agreement is likely. */
const current = (desk: Desk): Desk => ({
  ...desk,
  stances: new Map([...desk.stances].map(([note, stance]) => [note, { ...stance, text: '' }])),
});
const desks = fc
  .uniqueArray(anyDesk(), { selector: ({ owner }) => owner, maxLength: 4 })
  .map((all) => all.map(current));
const spoken = (talk: Talk) => notes.flatMap(({ id }) => threadsOn(id, talk).flatMap(remarksIn));

test('a note is agreed only where the engineer and every confirmed manager said so on their own desk', () => {
  fc.assert(
    fc.property(desks, (all) => {
      const talk = gatherTalk(all, erin);
      const counting = talk.participants.filter(({ counts }) => counts);
      for (const note of notes) {
        if (stateOf(note, talk) !== 'agreed') continue;
        const own = counting.map(({ user }) => all.find(({ owner }) => owner === user)?.stances.get(note.id));
        expect(own.map((stance) => stance?.value)).toEqual(counting.map(() => 'agree'));
      }
    }),
    { seed: 20261129, numRuns: 1000 },
  );
});

test('whatever one person says, no word of anybody else is hidden', () => {
  fc.assert(
    fc.property(desks, anyDesk(), (all, said) => {
      const others = all.filter(({ owner }) => owner !== said.owner);
      const without = spoken(gatherTalk(others, erin)).map(({ author, id }) => `${author} ${id}`);
      const withIt = spoken(gatherTalk([...others, said], erin)).map(({ author, id }) => `${author} ${id}`);
      expect(withIt).toEqual(expect.arrayContaining(without));
    }),
    { seed: 20261130, numRuns: 300 },
  );
});

test('who has no role that counts changes nothing about others’ suggestions', () => {
  fc.assert(
    fc.property(desks, anyDesk(fc.constant('stranger')), (all, said) => {
      // Remarks have ids that nobody else makes, and nobody has answered these before they were there.
      const fresh = said.remarks.map((remark) => ({ ...remark, id: `new ${remark.id}` }));
      const stranger = { ...said, claim: null, remarks: fresh };
      const standing = (talk: Talk) =>
        spoken(talk)
          .filter(({ author }) => author !== 'stranger')
          .map(({ author, id, proposes, counteredBy, verdict }) =>
            JSON.stringify([author, id, proposes, counteredBy, verdict]),
          )
          .sort();
      expect(standing(gatherTalk([...all, stranger], erin))).toEqual(standing(gatherTalk(all, erin)));
    }),
    { seed: 20261201, numRuns: 500 },
  );
});

test('threads and what waits are the same whatever the order in which desks arrive', () => {
  fc.assert(
    fc.property(desks, (all) => {
      const [there, back] = [gatherTalk(all, erin), gatherTalk(all.toReversed(), erin)];
      expect(spoken(back)).toEqual(spoken(there));
      for (const { owner } of all)
        expect(waitsFor(owner, notes, back)).toEqual(waitsFor(owner, notes, there));
    }),
    { seed: 20261202, numRuns: 300 },
  );
});
