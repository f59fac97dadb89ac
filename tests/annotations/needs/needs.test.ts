/** What a manager answered to a need: a stance in other words, and nothing that a note's state would not say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StanceValue, stanceValues } from '../../../src/annotations/desk.ts';
import { needState } from '../../../src/annotations/needs/needs.ts';
import { type NoteState, noteStates, stateOf } from '../../../src/annotations/noteState.ts';
import { positionsOn } from '../../../src/annotations/talk.ts';
import { confirmed, engineer, manager, note, peer, stance, talkOf } from '../builders.ts';

describe('what was answered', () => {
  test.each<[NoteState, readonly StanceValue[], string | null]>([
    ['agreed', ['agree'], 'yes'],
    ['disputed', ['disagree'], 'no'],
    ['disputed', ['agree'], null],
    ['change-proposed', ['agree-if'], 'partly'],
    ['change-proposed', ['agree'], null],
    ['open', [], 'unanswered'],
    ['open', ['not-sure'], null],
    ['open', ['agree'], null],
    ['changed', [], null],
    ['disputed', ['agree-if', 'disagree'], 'no'],
  ])('%s with %j: %s', (state, answers, expected) => expect(needState(state, answers)).toBe(expected));

  test('a note that left the board has no answer', () => expect(needState(null, [])).toBeNull());
});

test('an answer follows from the note’s state, and nobody but a confirmed manager makes one', () => {
  const value = fc.option(fc.constantFrom(...stanceValues));
  fc.assert(
    fc.property(value, value, value, (hers, his, peers) => {
      const of = (one: StanceValue | null) => (one ? { stances: stance(one) } : {});
      const talk = talkOf(
        engineer({ confirmed: new Map(confirmed), ...of(hers) }),
        manager(of(his)),
        peer(of(peers)),
      );
      const state = stateOf(note, talk);
      const answers = positionsOn(note, talk).flatMap(({ person, stance: taken, current }) =>
        person.counts && person.role === 'manager' && current && taken ? [taken.value] : [],
      );
      const answered = needState(state, answers);
      expect(noteStates).toContain(state);
      if (answered === 'yes') expect([hers, his]).toEqual(['agree', 'agree']);
      if (answered === 'no') expect(his).toBe('disagree');
      if (answered === 'partly') expect(his).toBe('agree-if');
      if (answered === 'unanswered') expect(his).toBeNull();
    }),
    { seed: 20261123 },
  );
});
