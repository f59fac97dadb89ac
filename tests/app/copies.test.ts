/** Sheets on boards that are copies: what came along, how it is told, and how it goes on. */
import { describe, expect, test } from 'vitest';
import { parseArchive } from '../../src/annotations/parseArchive.ts';
import type { SheetModel } from '../../src/app/models/sheetModel.ts';
import type { SheetView } from '../../src/app/models/sheetView.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { copyBoard } from '../support/copyBoard.ts';
import { type Gathering, gathering, type SomebodyThere } from '../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const note = 'Decide which feature store stays';

function sheetOf({ workshop }: SomebodyThere): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
}

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}

const textsIn = (person: SomebodyThere): string[] =>
  [...viewOf(person).notes.values()].map(({ text }) => text);

/** Erin's sheet with a note, on a board of its own. */
async function firstBoard(): Promise<{ readonly there: Gathering; readonly erin: SomebodyThere }> {
  const there = gathering();
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff ML Engineer', team: 'Credit limits' };
  await there.clock.until(erin.workshop.drop.place(form));
  await there.clock.until(sheetOf(erin).addNote(direction, note));
  await there.clock.advance(0);
  return { there, erin };
}

/** A copy of that board, or another board onto which its frame was pasted. */
async function secondBoard(how: 'copied board' | 'pasted frame') {
  const first = await firstBoard();
  const second = gathering();
  await second.clock.until(copyBoard(first.there.board, second.board, { records: how === 'copied board' }));
  return { first, second };
}

test('everything in a sheet is saved as a file that can be read again, or copied where saving is blocked', async () => {
  const { there, erin } = await firstBoard();
  const [id] = viewOf(erin).notes.keys();
  if (id) sheetOf(erin).takeStance(id, 'agree-if', 'with the platform team');
  await there.clock.advance(0);
  await there.clock.until(sheetOf(erin).exports.saveArchive());
  const [file] = erin.files;
  expect(file?.name).toMatch(/^staff-ml-engineer-credit-limits-draft-[\d-]+\.rolewright\.json$/);
  const text = new TextDecoder().decode(file?.bytes);
  const read = parseArchive(text);
  expect(read).toMatchObject({
    ok: true,
    value: {
      board: 'board-1',
      details: viewOf(erin).details,
      desks: [{ owner: erin.workshop.me.value?.id, name: 'Erin Example' }],
    },
  });
  expect(read.ok && read.value.notes.filter(({ text }) => text !== '')).toMatchObject([
    { id, text: note, lanes: [direction], gone: false },
  ]);
  erin.workshop.notice.value?.action?.run();
  await there.clock.advance(0);
  expect(erin.copied).toEqual([text]);
});

describe('a copied board', () => {
  test('is told of, and nothing is written before somebody says how the sheet goes on', async () => {
    const { first, second } = await secondBoard('copied board');
    const before = second.board.calls.length;
    const max = await second.come('Max Example');
    await second.clock.advance(0);
    expect([...max.workshop.found.refound.value.keys()]).toEqual([sheetOf(first.erin).id]);
    expect(viewOf(max).content.details).toBeNull();
    const made = second.board.calls.slice(before).map(({ method }) => method);
    expect(made.filter((method) => method.startsWith('write'))).toEqual([]);
  });

  test('started fresh, the sheet goes on with its notes, nothing said, and no owner', async () => {
    const { first, second } = await secondBoard('copied board');
    const max = await second.come('Max Example');
    await second.clock.until(max.workshop.goOnHere(sheetOf(max).id));
    await second.clock.advance(0);
    const { engineer, participants, details, harvest } = viewOf(max);
    expect({ engineer, participants, problems: harvest.problems }).toEqual({
      engineer: null,
      participants: [],
      problems: [],
    });
    expect(details).toEqual(viewOf(first.erin).details);
    expect(textsIn(max)).toEqual([note]);
  });

  test('started by two people at once, it is one sheet', async () => {
    const { second } = await secondBoard('copied board');
    const [max, pia] = [await second.come('Max Example'), await second.come('Pia Example')];
    await second.clock.until(
      Promise.all([max, pia].map(({ workshop }) => workshop.goOnHere(sheetOf(max).id))),
    );
    await second.clock.advance(0);
    sheetOf(pia).claim('engineer');
    await second.clock.advance(0);
    expect([second.board.records.size, max.workshop.sheets.value.length]).toEqual([1, 1]);
    expect(viewOf(max)).toMatchObject({ engineer: pia.workshop.me.value?.id, total: 1 });
    expect(viewOf(max).content.frame).toBe(viewOf(pia).content.frame);
  });

  test('goes on for those too who had opened it before', async () => {
    const { second } = await secondBoard('copied board');
    const [max, pia] = [await second.come('Max Example'), await second.come('Pia Example')];
    await second.clock.until(max.workshop.goOnHere(sheetOf(max).id));
    await second.clock.advance(0);
    expect(viewOf(pia).content.details).not.toBeNull();
    expect(textsIn(pia)).toEqual([note]);
  });
});

describe('a frame pasted from another board', () => {
  test('says itself what it is about, and goes on under the id it has there', async () => {
    const { first, second } = await secondBoard('pasted frame');
    const max = await second.come('Max Example');
    const [stranger] = max.workshop.found.strangers.value;
    expect(stranger?.details).toEqual(viewOf(first.erin).details);
    if (!stranger) throw new Error('nothing found');
    await second.clock.until(max.workshop.goOnHere(stranger));
    await second.clock.advance(0);
    expect(sheetOf(max).id).toBe(sheetOf(first.erin).id);
    expect([textsIn(max), viewOf(max).harvest.problems]).toEqual([[note], []]);
    expect(max.workshop.found.strangers.value).toEqual([]);
  });

  test('dropped before titles told it, is known by its headings and its title', async () => {
    const { first, second } = await secondBoard('pasted frame');
    for (const [id, mark] of second.board.marks) {
      const { about: _, ...older } = mark as { about?: unknown };
      await second.board.writeMark(id, older);
    }
    const max = await second.come('Max Example');
    const { title, team, engineer, lens } = viewOf(first.erin).details;
    expect(max.workshop.found.strangers.value[0]?.details).toMatchObject({ title, team, engineer, lens });
  });

  test('of no template that is known is told of plainly', async () => {
    const { second } = await secondBoard('pasted frame');
    for (const [id, mark] of second.board.marks)
      await second.board.writeMark(id, { ...(mark as object), about: null });
    for (const { id, kind } of [...second.board.items.values()])
      if (kind === 'shape') second.board.edit(id, { text: 'something else' });
    const max = await second.come('Max Example');
    expect(max.workshop.found.strangers.value.map(({ details }) => details)).toEqual([null]);
  });

  test('on which nothing is written yet may be a drop under way, so it is left alone for a while', async () => {
    const { second } = await secondBoard('pasted frame');
    const now = new Date(second.clock.now()).toISOString();
    for (const { id, kind } of [...second.board.items.values()])
      second.board.edit(id, { modifiedAt: now, ...(kind === 'sticky' ? { text: '' } : {}) });
    const max = await second.come('Max Example');
    expect(max.workshop.found.strangers.value).toEqual([]);
    await second.clock.advance(600_000);
    await second.clock.until(max.workshop.lookAgain());
    expect([max.workshop.found.strangers.value.length, max.workshop.found.unfinished.value]).toEqual([1, []]);
  });
});
