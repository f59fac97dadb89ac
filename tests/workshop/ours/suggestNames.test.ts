import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesLike, suggestNames } from '../../../src/workshop/ours/suggestNames.ts';

const suggested = (texts: readonly string[], names: readonly string[] = []) =>
  suggestNames(texts, names).map(({ name }) => name);

describe('names suggested for the list', () => {
  test('stand in several notes and are written like names', () => {
    const texts = [
      'Move the limits models onto Kestrel by June',
      'Ask the Risk Desk which of the Kestrel alarms they read',
      'Sit with the Risk Desk once a week',
      'Write down what the Ledger promises',
    ];
    expect(suggestNames(texts, [])).toEqual([
      { name: 'Kestrel', notes: 2 },
      { name: 'Risk Desk', notes: 2 },
    ]);
  });

  test('are no months, no technologies everybody knows, and no first words of sentences', () => {
    const texts = [
      'Decide by June what Kafka is for. Teach SQL on Monday.',
      'Decide before June who runs Kafka. Teach SQL on Monday.',
    ];
    expect(suggested(texts)).toEqual([]);
  });

  test('are not on the list already, however they are written there', () => {
    const texts = ['Retire Kestrel', 'Run Kestrel'];
    expect([suggested(texts), suggested(texts, ['kestrel'])]).toEqual([['Kestrel'], []]);
  });

  test('may be of a kind that nobody writes plain words in', () => {
    expect(suggested(['limitsAPI falls over', 'whoever runs limitsAPI'])).toEqual(['limitsAPI']);
  });

  test('are none where capitals mean nothing', () => {
    const texts = ['Own The Roadmap For Payments Together', 'OWN THE ROADMAP FOR PAYMENTS TOGETHER'];
    expect(suggested(texts)).toEqual([]);
  });

  test('are written as most notes write them', () => {
    expect(suggested(['Use Kestrel', 'Use KESTREL', 'Run Kestrel'])).toEqual(['Kestrel']);
  });

  test('are the same whatever the order of the notes', () => {
    const piece = fc.constantFrom('Kestrel', 'the', 'Risk Desk', 'Ledger', 'runs', 'by June', 'iPay', 'no');
    const note = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(fc.array(note, { maxLength: 6 }), (notes) => {
        expect(suggestNames(notes.toReversed(), [])).toEqual(suggestNames(notes, []));
      }),
      { seed: 20261130 },
    );
  });
});

test('of one note, what looks like a name can be asked about', () => {
  expect(namesLike('Own the roadmap of Kestrel and the Risk Desk', [])).toEqual(['Kestrel', 'Risk Desk']);
  expect(namesLike('Own the roadmap of Kestrel', ['Kestrel'])).toEqual([]);
});
