/**
 * Random stories of two people, one of them on two devices, who write unseen, are done and not done, switch, put notes
 * on the board and take them off again. Whatever the order: no note is ever nowhere, and none is on the board twice.
 */
import { expect, test } from 'vitest';
import { itemId } from '../../../src/workshop/ids.ts';
import { chance } from '../../support/chance.ts';
import { gathering, type SomebodyThere } from '../../support/people.ts';
import { calm, direction, exploration, maybeNotes, notesOf, pair, stickiesWith } from './somebody.ts';

const steps = 60;

test.each([1, 2, 3, 4, 5, 6])('no note is lost, and none is on the board twice (%i)', async (seed) => {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const there = gathering();
  const { erin, max } = await pair(there);
  const phone = await there.come('Erin Example');
  maybeNotes(phone);
  await calm(there);
  const all = [erin, phone, max];
  /** Written and neither deleted nor thrown away. */
  const alive = new Map<string, SomebodyThere>();
  let count = 0;

  /** Where every note is, for whoever may see it. */
  const textsOf = (person: SomebodyThere): readonly string[] => {
    const notes = notesOf(person);
    const { alike, alone } = notes.revealed.value.comparison;
    return [
      ...notes.mine.value,
      ...(notes.left.value?.notes ?? []),
      ...alike.flatMap((one) => one.notes),
      ...alone,
    ].map(({ text }) => text);
  };
  const check = (what: string): void => {
    const known = new Set([...all.flatMap(textsOf), ...stickiesWith(there)]);
    expect([seed, what, [...alive.keys()].filter((text) => !known.has(text))]).toEqual([seed, what, []]);
    const stickies = stickiesWith(there);
    expect([seed, what, stickies.filter((text, at) => stickies.indexOf(text) !== at)]).toEqual([
      seed,
      what,
      [],
    ]);
  };

  const deeds: readonly (readonly [string, (person: SomebodyThere) => unknown])[] = [
    ...['write', 'write more', 'write again'].map(
      (name) =>
        [
          name,
          (person: SomebodyThere) => {
            count += 1;
            const text = `Note number ${count} of ${person === max ? 'Max' : 'Erin'}`;
            if (notesOf(person).write(random() < 0.5 ? direction : exploration, text))
              alive.set(text, person);
          },
        ] as const,
    ),
    [
      'delete',
      (person) => {
        const note = pick(notesOf(person).mine.value);
        if (!note || notesOf(person).stage.value !== 'drafting') return;
        notesOf(person).remove(note.id);
        if (random() < 0.5) person.workshop.notice.value?.action?.run();
        else alive.delete(note.text);
      },
    ],
    ['done', (person) => notesOf(person).done()],
    ['not done', (person) => notesOf(person).notDone()],
    ['on', () => notesOf(erin).switchOn(true)],
    ['off', () => random() < 0.3 && notesOf(erin).switchOn(false)],
    ['alone', () => random() < 0.2 && notesOf(erin).endAlone()],
    ['show left', (person) => notesOf(person).showLeft()],
    ['place', (person) => there.clock.until(notesOf(person).place(random() < 0.5))],
    [
      'place at once',
      () => there.clock.until(Promise.all([notesOf(erin).place(false), notesOf(max).place(false)])),
    ],
    ['undo', (person) => person.workshop.notice.value?.action?.run()],
    [
      'save and take in elsewhere',
      (person) => {
        notesOf(person).save();
        const file = person.files.at(-1);
        if (file && person !== max && notesOf(phone).stage.value === 'drafting')
          notesOf(phone).takeIn(new TextDecoder().decode(file.bytes));
      },
    ],
  ];
  for (let step = 0; step < steps; step += 1) {
    const [name, deed] = pick(deeds) ?? [];
    const person = pick(all) ?? erin;
    // A note deleted on one device may be in a file or on the other one, too; then it is not gone.
    await deed?.(person);
    await calm(there);
    check(`${step}: ${name}`);
  }
  notesOf(erin).switchOn(false);
  await calm(there);
  for (const person of all) {
    notesOf(person).showLeft();
    await calm(there);
  }
  await there.clock.until(notesOf(erin).place(false));
  await calm(there);
  check('the end');
  const stickies = new Set(stickiesWith(there));
  const hidden = [...alive.keys()].filter((text) => !stickies.has(text));
  expect([seed, hidden, stickies.size > 3]).toEqual([seed, [], true]);
  for (const { id, kind } of there.board.items.values())
    if (kind === 'sticky') expect(notesOf(max).origins.value.get(itemId(id))?.length).toBe(1);
});
