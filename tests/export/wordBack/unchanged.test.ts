/** A document that nobody changed proposes nothing, whatever stands in it, and whichever program saved it again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '../../../src/export/choice.ts';
import { chosen } from '../../../src/export/chosen.ts';
import type { JobDescription, Thread } from '../../../src/export/document.ts';
import { word } from '../../../src/export/word.ts';
import { compare } from '../../../src/export/wordBack/compare.ts';
import { readWord } from '../../../src/export/wordBack/read.ts';
import { emptyDescription, erin, example, max, note, place, remark, stance } from '../example.ts';
import { fixed, hostileText } from '../hostileText.ts';
import { hereOf } from './hereOf.ts';

const nothing = { proposals: [], left: [], already: 0 };

async function back(description: JobDescription, whole: JobDescription = description) {
  const file = readWord(await word(description));
  if (!file.ok) throw new Error(file.error.kind);
  return compare(file.value, hereOf(whole));
}

describe('a document that comes back as it went', () => {
  for (const variant of ['annotated', 'clean'] as const)
    test(`proposes nothing, ${variant}`, async () => {
      const found = await back(chosen(example, { variant, chapters }), example);
      expect(found).toMatchObject({ ...nothing, exportedAt: example.status.at });
      expect(found.known).toBe(hereOf(example).notes.length);
    });

  test('proposes nothing where parts were left out of it', async () => {
    const found = await back(chosen(example, { variant: 'annotated', chapters: ['pillars'] }), example);
    expect(found).toMatchObject(nothing);
  });

  const anyThread = fc
    .record({
      text: hostileText,
      wording: fc.option(hostileText),
      proposes: fc.boolean(),
      resolved: fc.boolean(),
      answer: fc.option(hostileText),
      name: hostileText,
    })
    .map(({ answer, name, ...more }): Thread => {
      const who = { ...max, name };
      const id = JSON.stringify([more.text, answer, name]);
      return remark(who, more.text, {
        ...more,
        id,
        proposes: more.proposes && more.wording !== null,
        answers: answer === null ? [] : [remark(erin, answer, { id: `${id} answer` })],
      });
    });

  test('proposes nothing, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText,
        fc.array(fc.tuple(hostileText, fc.array(anyThread, { maxLength: 3 })), { maxLength: 5 }),
        fc.constantFrom('annotated', 'clean'),
        async (title, texts, variant) => {
          const notes = texts.map(([text, threads], at) =>
            note(text, {
              id: `${title} ${at}`,
              state: 'disputed',
              stances: [stance(max, 'agree', title)],
              threads: threads.map((one, nth) => ({ ...one, id: `${one.id} ${at} ${nth}` })),
              details: [{ name: title, words: text }],
            }),
          );
          const whole = { ...emptyDescription, title, team: title, tops: [place('The one job', notes)] };
          const found = await back(chosen(whole, { variant, chapters }), whole);
          expect(found).toMatchObject(nothing);
        },
      ),
      { ...fixed, numRuns: 60 },
    );
  });
});
