import { expect, test } from 'vitest';
import { stanceMap } from '../../src/annotations/stanceMap.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { engineer, erin, manager, mona, note, stance, talkOf } from './builders.ts';

const second = { id: itemId('n2'), text: 'another note' };
const third = { id: itemId('n3'), text: 'a third' };

test('each note stands once where both views cross; a view of earlier words is none', () => {
  const talk = talkOf(
    engineer({
      stances: new Map([
        ...stance('agree'),
        ...stance('agree-if', { note: second.id, text: 'as it was' }),
        ...stance('disagree', { note: third.id, text: third.text }),
      ]),
    }),
    manager({
      stances: new Map([
        ...stance('not-sure'),
        ...stance('disagree', { note: second.id, text: second.text }),
      ]),
    }),
  );
  const found = stanceMap([note, second, third], talk, { one: erin, other: mona });
  expect(
    found
      .flat()
      .filter(({ notes }) => notes.length > 0)
      .map(({ one, other, notes }) => [one, other, notes.map(({ id }) => id)]),
  ).toEqual([
    ['agree', 'not-sure', ['n1']],
    ['disagree', null, ['n3']],
    [null, 'disagree', ['n2']],
  ]);
  expect(found.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
});

test('with the sides exchanged it is the same map turned over', () => {
  const talk = talkOf(engineer({ stances: stance('agree') }), manager({ stances: stance('agree-if') }));
  const there = stanceMap([note], talk, { one: erin, other: mona }).flat();
  const back = stanceMap([note], talk, { one: mona, other: erin }).flat();
  for (const { one, other, notes } of there)
    expect(back.find((cell) => cell.one === other && cell.other === one)?.notes).toEqual(notes);
});
