import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examples } from '../../../src/workshop/shelf/examples.ts';
import { findThemes } from '../../../src/workshop/themes/findThemes.ts';
import { type ThemeId, themeIds } from '../../../src/workshop/themes/themes.ts';

const touched = (text: string): ThemeId[] => [...findThemes(text).keys()];

describe('the words of a note', () => {
  test.each<readonly [ThemeId, string]>([
    ['ambiguity', 'Find out why nobody trusts the churn score'],
    ['ambiguity', 'Frame ambiguous problems without clear precedent'],
    ['impact', 'Cut the nightly backfill from 9 h to 2 h'],
    ['impact', 'Improve how customers see their limits'],
    ['long-range', 'Retire the old ledger within two years'],
    ['long-range', 'Lay foundations that hold for years'],
    ['expertise', 'Review every threat model of the login squad'],
    ['expertise', 'Be the expert for causal models'],
    ['strategy', 'Decide which of the three feature stores stays'],
    ['strategy', 'Own the technical strategy'],
    ['coaching', 'Sit with both juniors every Thursday'],
    ['coaching', 'Mentor engineers on their way to senior'],
    ['clarity', 'Write one page on what the invoice contract promises'],
    ['clarity', 'Create alignment across teams'],
    ['delivery', 'Ship the new limits page by June'],
    ['delivery', 'Manage deadlines and deliverables'],
    ['ambiguity', 'Descobrir por que ninguém confia no modelo de limite'],
    ['impact', 'Cortar o custo das consultas pela metade'],
    ['long-range', 'Aposentar o motor antigo nos próximos dois anos'],
    ['expertise', 'Ser referência técnica em inferência causal'],
    ['strategy', 'Decidir qual dos dois motores fica'],
    ['coaching', 'Acompanhar a Bia no plantão até ela responder sozinha'],
    ['clarity', 'Escrever a página que diz o que o contrato promete'],
    ['delivery', 'Entregar a tela nova até junho'],
  ])('touch %s: %s', (theme, text) => {
    expect(touched(text)).toContain(theme);
  });

  test.each<readonly [string, readonly ThemeId[]]>([
    ['Delete the orphan tables', []],
    ['', []],
    ['Sit with both juniors of the limits squad', ['coaching']],
    ['Two of our models learn from their own decisions', []],
    ['The credit desk asks us for each declined case', []],
    ['Decide which of the three feature stores stays', ['strategy']],
  ])('touch no more than they say: %s', (text, themes) => {
    expect(touched(text)).toEqual(themes);
  });

  test('of the shelf touch all eight themes, and each example some theme', () => {
    const all = examples.map(({ text }) => touched(text));
    expect(new Set(all.flat())).toEqual(new Set(themeIds));
    expect(examples.filter((_, index) => all[index]?.length === 0).map(({ text }) => text)).toEqual([]);
  });

  test('are quoted where they stand, in their order, without overlaps', () => {
    const words = examples.flatMap(({ text }) => text.split(' '));
    const text = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((some) => some.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (some) => {
        for (const quotes of findThemes(some).values()) {
          let end = 0;
          for (const { words: quoted, from, to } of quotes) {
            expect(some.slice(from, to)).toBe(quoted);
            expect(from).toBeGreaterThanOrEqual(end);
            end = to;
          }
        }
      }),
      { seed: 20261130 },
    );
  });
});
