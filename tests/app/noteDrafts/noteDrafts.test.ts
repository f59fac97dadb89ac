/** Writing notes unseen first, in the panel's models: two people, or one on two devices, on one board in memory. */
import { describe, expect, test } from 'vitest';
import { noteKey } from '../../../src/annotations/noteDrafts/placements.ts';
import { noteDraftName } from '../../../src/annotations/privateNames.ts';
import { privateNotice } from '../../../src/workshop/sheetWords.ts';
import { gathering } from '../../support/people.ts';
import {
  bothDone,
  calm,
  direction,
  exploration,
  maybeNotes,
  notesOf,
  pair,
  sheetOf,
  stickiesWith,
  viewOf,
} from './somebody.ts';

const texts = (notes: readonly { readonly text: string }[]) => notes.map(({ text }) => text);

describe('a sheet whose first notes are written unseen', () => {
  test('is dropped without blank stickies, says so in its lanes, and begins the step', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const items = [...there.board.items.values()];
    expect(items.filter(({ kind }) => kind === 'sticky')).toEqual([]);
    expect(items.filter(({ text }) => text.endsWith(privateNotice)).length).toBeGreaterThan(5);
    expect(notesOf(erin).stage.value).toBe('drafting');
    expect(notesOf(erin).board.preview.value).toBeNull();
  });

  test('keeps each side’s notes in their own browser; the other learns how many, a while later', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    notesOf(erin).write(direction, 'Decide which feature store stays');
    notesOf(erin).write(exploration, 'Cut the nightly job to two hours');
    await calm(there);
    const told = () => notesOf(max).people.value?.people.map(({ looked }) => looked);
    expect([told(), texts(notesOf(max).mine.value)]).toEqual([[0, 0], []]);
    await calm(there, 1_500);
    expect(told()).toEqual([2, 0]);
    expect(stickiesWith(there)).toEqual([]);
    expect(sheetOf(erin).drafted()).toBe(true);
  });

  test('takes edits, moves and deletions, which can be undone', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const notes = notesOf(erin);
    for (const text of ['a', 'b', 'c']) notes.write(direction, text);
    const [a, , c] = notes.mine.value;
    notes.move(c?.id ?? '', direction, 0);
    notes.reword(a?.id ?? '', 'said otherwise');
    notes.remove(c?.id ?? '');
    expect(texts(notes.mine.value)).toEqual(['said otherwise', 'b']);
    erin.workshop.notice.value?.action?.run();
    expect(texts(notes.mine.value)).toEqual(['c', 'said otherwise', 'b']);
  });

  test('shows both sides at once when both are done, and not before', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    notesOf(erin).write(direction, 'Decide which feature store stays');
    notesOf(max).write(direction, 'Choose the feature store that stays');
    notesOf(max).write(exploration, 'Know what each model costs');
    notesOf(max).done();
    await calm(there);
    const seen = (person: typeof erin) => {
      const { alike, alone } = notesOf(person).revealed.value.comparison;
      return { alike: alike.map((one) => texts(one.notes)), alone: texts(alone) };
    };
    expect([notesOf(max).stage.value, seen(erin), seen(max)]).toEqual([
      'waiting',
      { alike: [], alone: [] },
      { alike: [], alone: [] },
    ]);
    notesOf(max).notDone();
    await calm(there);
    expect([notesOf(max).stage.value, texts(notesOf(max).mine.value)]).toEqual([
      'drafting',
      ['Choose the feature store that stays', 'Know what each model costs'],
    ]);
    await bothDone(there, erin, max);
    for (const person of [erin, max]) {
      expect(notesOf(person).stage.value).toBe('open');
      expect(seen(person)).toEqual({
        alike: [['Decide which feature store stays', 'Choose the feature store that stays']],
        alone: ['Know what each model costs'],
      });
    }
    expect(sheetOf(erin).drafted()).toBe(false);
  });

  test('goes on in the open when somebody alone says so, and their notes go to the board', async () => {
    const there = gathering();
    const erin = await there.come('Erin Example');
    await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), writing: 'panel' }));
    maybeNotes(erin);
    await calm(there);
    notesOf(erin).write(direction, 'Decide which feature store stays');
    notesOf(erin).endAlone();
    await calm(there);
    expect([
      notesOf(erin).stage.value,
      notesOf(erin).left.value,
      notesOf(erin).revealed.value.waiting,
    ]).toEqual(['open', null, 1]);
    await there.clock.until(notesOf(erin).place(false));
    expect(stickiesWith(there)).toEqual(['Decide which feature store stays']);
    expect([...there.board.items.values()].filter(({ text }) => text.endsWith(privateNotice))).toEqual([]);
  });

  test('leaves what nobody has seen in its place when the engineer switches back, and asks', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    notesOf(max).write(direction, 'On the desk');
    notesOf(max).done();
    notesOf(erin).write(direction, 'In the browser');
    await calm(there);
    notesOf(erin).switchOn(false);
    await calm(there);
    const left = (person: typeof erin) => {
      const found = notesOf(person).left.value;
      return found && [texts(found.notes), found.onDesk];
    };
    expect([left(erin), left(max)]).toEqual([
      [['In the browser'], false],
      [['On the desk'], true],
    ]);
    expect(texts(notesOf(erin).revealed.value.comparison.alone)).toEqual([]);
    notesOf(max).showLeft();
    notesOf(erin).throwLeftAway();
    await calm(there);
    expect([left(erin), left(max), texts(notesOf(erin).revealed.value.comparison.alone)]).toEqual([
      null,
      null,
      ['On the desk'],
    ]);
  });

  test('is not switched by anybody but its engineer', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    notesOf(max).switchOn(false);
    await calm(there);
    expect([notesOf(max).maySwitch.value, notesOf(erin).stage.value]).toEqual([false, 'drafting']);
  });
});

describe('on a second device', () => {
  test('notes that were not there at done are asked about, and come along', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    const elsewhere = await there.come('Erin Example');
    maybeNotes(elsewhere);
    await calm(there);
    notesOf(erin).write(direction, 'On the laptop');
    notesOf(elsewhere).write(direction, 'On the phone');
    notesOf(erin).done();
    await calm(there);
    expect([notesOf(elsewhere).stage.value, texts(notesOf(elsewhere).left.value?.notes ?? [])]).toEqual([
      'waiting',
      ['On the phone'],
    ]);
    notesOf(elsewhere).showLeft();
    await bothDone(there, max);
    expect(texts(notesOf(max).revealed.value.comparison.alone).sort()).toEqual([
      'On the laptop',
      'On the phone',
    ]);
    expect(notesOf(elsewhere).left.value).toBeNull();
  });
});

describe('a draft as a file', () => {
  test('is saved, and taken in again in another browser without doubling anything', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    notesOf(erin).write(direction, 'Decide which feature store stays');
    notesOf(erin).save();
    const [file] = erin.files;
    const text = new TextDecoder().decode(file?.bytes);
    expect(file?.name).toMatch(/^staff-engineer-draft-.*\.notes\.json$/);
    const elsewhere = await there.come('Erin Example');
    maybeNotes(elsewhere);
    await calm(there);
    expect(notesOf(elsewhere).takeIn(text).kind).toBe('taken');
    expect(notesOf(elsewhere).takeIn(text).kind).toBe('taken');
    expect(texts(notesOf(elsewhere).mine.value)).toEqual(['Decide which feature store stays']);
    notesOf(erin).done();
    notesOf(elsewhere).showLeft();
    await calm(there);
    // By now it is on the desk, so there is nothing in it that is not there.
    expect(notesOf(erin).takeIn(text)).toMatchObject({ words: expect.stringContaining('already') });
    expect(notesOf(erin).left.value).toBeNull();
  });

  test('of somebody else is asked about, and what is none is refused', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    notesOf(max).write(direction, 'His own');
    notesOf(max).save();
    const text = new TextDecoder().decode(max.files[0]?.bytes);
    expect(notesOf(erin).takeIn(text)).toMatchObject({
      kind: 'ask',
      words: expect.stringContaining('Max Example'),
    });
    expect(notesOf(erin).takeIn('Dear diary').kind).toBe('refused');
    expect(notesOf(erin).mine.value).toEqual([]);
    expect(notesOf(erin).takeIn(text, true).kind).toBe('taken');
    expect(texts(notesOf(erin).mine.value)).toEqual(['His own']);
  });
});

describe('leaving no trace', () => {
  test('takes the draft along, and nothing brings it back', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    notesOf(erin).write(direction, 'Never mind');
    erin.workshop.leaving.ask('my words');
    await there.clock.until(erin.workshop.leaving.goAhead(sheetOf(erin)));
    await calm(there);
    expect([notesOf(erin).mine.value, notesOf(erin).left.value, sheetOf(erin).drafted()]).toEqual([
      [],
      null,
      false,
    ]);
    expect(noteDraftName(sheetOf(erin).id, viewOf(erin).me.user)).toContain('draft-notes/');
  });
});

describe('both sides on the board', () => {
  const revealed = async (there = gathering()) => {
    const { erin, max } = await pair(there);
    notesOf(erin).write(direction, 'Decide which feature store stays');
    notesOf(erin).write(exploration, 'Cut the nightly job to two hours');
    notesOf(max).write(direction, 'Choose the feature store that stays');
    await bothDone(there, erin, max);
    return { there, erin, max };
  };

  test('are put there by a click of whoever is there, named for their sides, and said to be so in the panel', async () => {
    const { there, erin, max } = await revealed();
    await there.clock.until(notesOf(max).place(true));
    await calm(there);
    expect(stickiesWith(there)).toEqual([
      'Choose the feature store that stays',
      'Cut the nightly job to two hours',
      'Decide which feature store stays',
    ]);
    const titleOf = (id: string) => [...there.board.tags.values()].find((tag) => tag.id === id)?.title;
    const named = [...there.board.items.values()]
      .filter(({ kind }) => kind === 'sticky')
      .map(({ text, tags }) => [text.slice(0, 6), tags.map(titleOf)]);
    expect(named).toContainEqual(['Choose', ['from Max Example']]);
    expect(named).toContainEqual(['Decide', ['from Erin Example']]);
    for (const person of [erin, max]) {
      const view = viewOf(person);
      expect([view.total, notesOf(person).revealed.value.waiting]).toEqual([3, 0]);
      const sides = [...view.notes.values()].map(({ id, text }) => [
        text.slice(0, 6),
        notesOf(person)
          .origins.value.get(id)
          ?.map(({ name }) => name),
      ]);
      expect(sides).toContainEqual(['Cut th', ['Erin Example']]);
      expect(sides).toContainEqual(['Choose', ['Max Example']]);
    }
    expect([...there.board.items.values()].filter(({ text }) => text.endsWith(privateNotice))).toEqual([]);
    await there.clock.until(notesOf(erin).takeNamesOff());
    expect([there.board.tags.size, notesOf(erin).named.value]).toEqual([0, false]);
  });

  test('keep one wording for both where somebody chose so, and the other stays readable', async () => {
    const { there, erin, max } = await revealed();
    const [both] = notesOf(erin).revealed.value.comparison.alike;
    const kept = both?.notes.find(({ text }) => text.startsWith('Choose'));
    if (!both || !kept) throw new Error('There should be look-alikes');
    notesOf(erin).choose(both.notes, { kind: 'one', note: noteKey(kept) });
    await calm(there);
    expect(notesOf(max).revealed.value.waiting).toBe(2);
    await there.clock.until(notesOf(max).place(false));
    await calm(there);
    expect(stickiesWith(there)).toEqual([
      'Choose the feature store that stays',
      'Cut the nightly job to two hours',
    ]);
    const note = [...viewOf(erin).notes.values()].find(({ text }) => text.startsWith('Choose'));
    const sides = note && notesOf(erin).origins.value.get(note.id);
    expect(sides?.map(({ name, also }) => [name, also])).toEqual([
      ['Max Example', null],
      ['Erin Example', 'Decide which feature store stays'],
    ]);
    expect(notesOf(erin).revealed.value.waiting).toBe(0);
  });

  test('can be taken off again, as far as nobody changed them or spoke about them', async () => {
    const { there, erin, max } = await revealed();
    await there.clock.until(notesOf(erin).place(false));
    const [spoken] = viewOf(max).notes.values();
    if (spoken) sheetOf(max).takeStance(spoken.id, 'agree', '');
    const [, changed] = [...there.board.items.values()].filter(
      ({ kind, id }) => kind === 'sticky' && id !== spoken?.id,
    );
    if (changed) there.board.edit(changed.id, { text: 'By hand' });
    await calm(there);
    erin.workshop.notice.value?.action?.run();
    await calm(there);
    expect(stickiesWith(there)).toHaveLength(2);
    expect([viewOf(erin).total, notesOf(erin).revealed.value.waiting]).toEqual([2, 1]);
  });

  test('do not come again when somebody deletes one by hand', async () => {
    const { there, erin } = await revealed();
    await there.clock.until(notesOf(erin).place(false));
    const [one] = [...there.board.items.values()].filter(({ kind }) => kind === 'sticky');
    if (one) there.board.take(one.id);
    await there.clock.until(erin.workshop.lookAgain());
    await calm(there);
    expect(notesOf(erin).revealed.value.waiting).toBe(0);
  });

  test('make room in a lane that is full', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    for (let i = 0; i < 14; i += 1) notesOf(erin).write(direction, `Something else, number ${i}`);
    notesOf(max).write(exploration, 'Below it');
    await bothDone(there, erin, max);
    await there.clock.until(notesOf(erin).place(false));
    await calm(there);
    const lane = viewOf(max)
      .columns.flatMap(({ lanes }) => lanes)
      .find(({ lane: { id } }) => id === direction);
    expect([lane?.notes.length, viewOf(max).unplaced.length, viewOf(max).total]).toEqual([14, 0, 15]);
    // In the order in which they were written.
    expect(texts(lane?.notes ?? [])).toEqual(
      Array.from({ length: 14 }, (_, i) => `Something else, number ${i}`),
    );
  });

  test('wait where their lane has no heading any more, and it is said so', async () => {
    const { there, erin } = await revealed();
    const heading = viewOf(erin).content.anchors.get(`lane:${exploration}`);
    if (heading) there.board.take(heading);
    await there.clock.until(notesOf(erin).place(false));
    await calm(there);
    expect(erin.workshop.notice.value?.message).toContain('repair the layout');
    expect([stickiesWith(there).length, notesOf(erin).revealed.value.waiting]).toEqual([2, 1]);
  });
});

describe('a sheet that is there already', () => {
  test('offers to take its waiting blanks away, never notes with words, and puts them back', async () => {
    const there = gathering();
    const { erin, max } = await pair(there, 'board');
    await there.clock.until(sheetOf(erin).addNote(direction, 'Here before'));
    const blanks = () =>
      [...there.board.items.values()].filter(({ kind, text }) => kind === 'sticky' && text === '').length;
    const before = blanks();
    notesOf(erin).switchOn(true);
    await calm(there);
    expect([notesOf(max).stage.value, notesOf(erin).board.preview.value?.blanks]).toEqual([
      'drafting',
      before,
    ]);
    // Somebody writes on one of them at that moment.
    const [last] = [...there.board.items.values()].filter(
      ({ kind, text }) => kind === 'sticky' && text === '',
    );
    if (last) there.board.edit(last.id, { text: 'Just now' });
    await there.clock.until(notesOf(erin).board.apply());
    await calm(there);
    expect([blanks(), stickiesWith(there)]).toEqual([0, ['Here before', 'Just now']]);
    erin.workshop.notice.value?.action?.run();
    await calm(there);
    expect([blanks(), stickiesWith(there)]).toEqual([before - 1, ['Here before', 'Just now']]);
    expect([...there.board.items.values()].filter(({ text }) => text.endsWith(privateNotice))).toEqual([]);
  });
});
