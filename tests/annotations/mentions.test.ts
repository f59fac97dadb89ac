import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedIn, mentionsIn, partsOf } from '../../src/annotations/spokenTo.ts';
import { userId } from '../../src/workshop/ids.ts';
import { erin, max, mona, remark } from './builders.ts';

const people = [
  { user: max, name: 'Max' },
  { user: mona, name: 'Max Example' },
  { user: erin, name: 'Ünal (Ops)' },
];

describe('people in a text', () => {
  test('stand where their names do, the longer name first', () => {
    expect(partsOf('Ask @Max Example, then @Max: by June?', people)).toEqual([
      'Ask ',
      people[1],
      ', then ',
      people[0],
      ': by June?',
    ]);
  });

  test('are not in an address, in a longer word, or without an @', () => {
    const text = 'write to team@Max, @Maxine or Max';
    expect(partsOf(text, people)).toEqual([text]);
  });

  test('are found whatever signs their names have, each once', () => {
    expect(mentionsIn('@Ünal (Ops) and @Ünal (Ops)?', people)).toEqual([people[2]]);
  });

  test('who share a name are all asked', () => {
    const twins = [
      { user: userId('a'), name: 'Kim' },
      { user: userId('b'), name: 'Kim' },
    ];
    expect(mentionsIn('@Kim?', twins)).toEqual(twins);
  });

  test('count as long as their name is in the remark, and never for its author', () => {
    const mentions = [people[0], people[1]].filter((one) => one !== undefined);
    expect(askedIn({ ...remark('r', { text: '@Max?', mentions }), author: erin })).toEqual([max]);
    expect(askedIn({ ...remark('r', { text: 'nobody', mentions }), author: erin })).toEqual([]);
    expect(askedIn({ ...remark('r', { text: '@Max?', mentions }), author: max })).toEqual([]);
  });

  test('the pieces make the whole text again, whatever it is', () => {
    const some = fc.array(fc.constantFrom('@', 'Max', ' ', 'Max Example', 'é', '🙂', 'x', '@Max', '\n'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, (words) => {
        const text = words.join('');
        const joined = partsOf(text, people).map((part) =>
          typeof part === 'string' ? part : `@${part.name}`,
        );
        expect(joined.join('')).toBe(text);
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });
});
