/** The job description as text beside the sheet, in the panel's models: what gets there, who updates it, who asks. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoardPage, writeBoardPage } from '../../../src/annotations/boardPage/boardPage.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import type { BoardPage } from '../../../src/app/models/boardPage/boardPage.ts';
import { boardPagePart } from '../../../src/app/models/boardPage/part.ts';
import { roundsPart } from '../../../src/app/models/rounds/roundsPart.ts';
import { exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import { type Box, boxAt, overlap } from '../../../src/base/box.ts';
import { BoardRefusal } from '../../../src/board/port.ts';
import { itemId, laneId } from '../../../src/workshop/ids.ts';
import { finished } from '../../support/finished.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const words = 'Decide <b>which</b> feature store stays & why';
const reason = 'only with the platform team';
const remark = 'Who else has a say?';

async function pair(there: Gathering) {
  const erin = await there.come('Erin Example');
  const { drop } = erin.workshop;
  await there.clock.until(drop.place({ ...drop.defaults(), title: 'Staff Engineer' }));
  await there.clock.until(sheetOf(erin).addNote(direction, words));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(10);
  const [note] = sheetOf(max).view.value?.notes.values() ?? [];
  if (!note) throw new Error('There is no note');
  sheetOf(max).takeStance(note.id, 'disagree', reason);
  sheetOf(max).remark(note.id, remark, null);
  await there.clock.advance(10);
  return { erin, max };
}
const pageOf = (person: SomebodyThere): Promise<BoardPage> => sheetOf(person).loaded(boardPagePart);

const framesOn = ({ board }: Gathering, start: string) =>
  [...board.items.values()].filter(({ kind, text }) => kind === 'frame' && text.startsWith(start));
const frameOn = (there: Gathering) => framesOn(there, 'Job description')[0];
const textsIn = (there: Gathering): string[] => {
  const frame = frameOn(there);
  return [...there.board.items.values()].flatMap((item) => (item.frame === frame?.id ? [item.text] : []));
};
const writes = ({ board }: Gathering) =>
  board.calls.filter(({ method }) => ['create', 'putInFrame', 'change', 'remove'].includes(method)).length;

describe('the job description beside the sheet', () => {
  test('tells the notes and who takes part, and nobody’s view or remark', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    await finished(there, (await pageOf(erin)).put());
    const text = textsIn(there).join('\n');
    expect(text).toContain(`• ${words}`);
    expect(text).toContain('Staff Engineer');
    expect(text).toContain('Draft of');
    for (const said of [reason, remark, 'Disagree', 'Disputed', ' of 1']) expect(text).not.toContain(said);
    const sheet = framesOn(there, 'Staff Engineer')[0]?.box;
    const frame = frameOn(there)?.box;
    expect(sheet && frame && overlap(sheet, frame)).toBe(false);
    const items = [...there.board.items.values()];
    expect(items.filter(({ kind, frame: own }) => kind === 'sticky' && own === frameOn(there)?.id)).toEqual(
      [],
    );
  });

  test('is the same frame for whoever updates it, and costs nothing where nothing has changed', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    await finished(there, (await pageOf(erin)).put());
    const before = writes(there);
    await there.clock.advance(0);
    const his = await pageOf(max);
    expect(his.frame.value).toBe(frameOn(there)?.id);
    await finished(there, his.put());
    expect(max.workshop.notice.value?.message).toContain('Nothing has changed');
    expect(writes(there)).toBe(before);
    await there.clock.until(sheetOf(max).addNote(direction, 'Write down why'));
    await finished(there, his.put());
    expect(framesOn(there, 'Job description')).toHaveLength(1);
    expect(textsIn(there).join('\n')).toContain('• Write down why');
  });

  test('asks before it writes over what somebody did by hand, and can leave that be', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const page = await pageOf(erin);
    await finished(there, page.put());
    const mine = [...there.board.items.values()].find(({ text }) => text === `• ${words}`);
    if (!mine) throw new Error('The note is not there');
    there.board.edit(mine.id, { text: '• In our own words' });
    const before = writes(there);
    await finished(there, page.put());
    expect(page.state.value).toEqual({
      kind: 'asking',
      edits: [{ what: '• In our own words', how: 'reworded' }],
    });
    expect(writes(there)).toBe(before);
    page.leave();
    await finished(there, page.put());
    await finished(there, page.put('anew'));
    expect(framesOn(there, 'Job description')).toHaveLength(2);
    expect(there.board.items.get(mine.id)?.text).toBe('• In our own words');
    const [old, young] = framesOn(there, 'Job description').map(({ box }) => box);
    expect(old && young && overlap(old, young)).toBe(false);
    // The new one is the one that is updated from now on.
    await finished(there, page.put());
    expect(erin.workshop.notice.value?.message).toContain('Nothing has changed');
  });

  test('asks again where more was done by hand than it was told', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const page = await pageOf(erin);
    await finished(there, page.put());
    const frame = frameOn(there)?.id;
    const named = (text: string) =>
      [...there.board.items.values()].find((item) => item.text === text && item.frame === frame);
    const [one, two] = [named(`• ${words}`), named('Staff Engineer')].map((item) => item?.id);
    if (!one || !two) throw new Error('They are not there');
    there.board.edit(one, { text: 'one' });
    await finished(there, page.put());
    there.board.edit(two, { text: 'two' });
    await finished(there, page.put('over'));
    expect(page.state.value.kind).toBe('asking');
    await finished(there, page.put('over'));
    expect([page.state.value.kind, there.board.items.get(one)?.text]).toEqual(['idle', `• ${words}`]);
  });

  /** What stands in the frame: where, how it looks, and what it says. */
  const standing = (there: Gathering) => {
    const frame = frameOn(there);
    const { items } = there.board;
    return {
      name: frame?.text,
      box: frame?.box,
      pieces: [...items.values()]
        .filter((item) => item.frame === frame?.id)
        .map(({ text, local, colour }) => ({ text, local, colour }))
        .sort((a, b) => a.local.y - b.local.y || a.local.x - b.local.x),
    };
  };

  test('an update can be taken back: what it reworded, added and took away is as it was', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const sheet = sheetOf(erin);
    await there.clock.until(sheet.addNote(laneId('leveling-up', 'glue'), 'Teach two others'));
    const page = await pageOf(erin);
    await finished(there, page.put());
    const before = standing(there);
    const mine = [...there.board.items.values()].find(({ text }) => text === `• ${words}`);
    const [first] = sheet.view.value?.notes.values() ?? [];
    if (!mine || !first) throw new Error('They are not there');
    there.board.edit(mine.id, { text: '• In our own words' });
    const byHand = standing(there);
    there.board.edit(first.id, {
      text: `${words}, by June, with all that this asks of us and of the others`,
    });
    for (const note of sheet.view.value?.notes.values() ?? [])
      if (note.text === 'Teach two others') void there.board.remove(note.id);
    await there.clock.advance(10);
    await there.clock.until(sheet.addNote(direction, 'Write down why'));
    await finished(there, page.put());
    await finished(there, page.put('over'));
    expect(standing(there)).not.toEqual(before);
    const action = erin.workshop.notice.value?.action;
    expect(action?.word).toBe('Undo');
    action?.run();
    await finished(there, there.clock.advance(60));
    expect(standing(there)).toEqual(byHand);
    expect(erin.workshop.notice.value?.message).toContain('Taken back');
    // What was done by hand is known as such again, and asked about.
    await finished(there, page.put());
    expect(page.state.value.kind).toBe('asking');
  });

  test('what was written anew since is not taken back', async () => {
    const there = gathering();
    const { erin, max } = await pair(there);
    const page = await pageOf(erin);
    await finished(there, page.put());
    await there.clock.until(sheetOf(erin).addNote(direction, 'Write down why'));
    await finished(there, page.put());
    const action = erin.workshop.notice.value?.action;
    await there.clock.until(sheetOf(max).addNote(direction, 'And how'));
    await finished(there, (await pageOf(max)).put());
    const now = standing(there);
    action?.run();
    await finished(there, there.clock.advance(60));
    expect(erin.workshop.notice.value?.message).toContain('written anew');
    expect(standing(there)).toEqual(now);
  });

  test('a frame that somebody deleted is told as gone, and offered to be put there anew', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const page = await pageOf(erin);
    await finished(there, page.put());
    const frame = frameOn(there)?.id;
    if (!frame) throw new Error('There is no frame');
    void there.board.remove(frame);
    await there.clock.advance(10);
    await finished(there, page.show());
    expect(erin.workshop.notice.value?.message).toContain('has deleted that frame');
    expect(page.frame.value).toBe(null);
    await finished(there, page.put());
    expect(page.frame.value).toBe(frameOn(there)?.id);
  });

  test('what was taken off the board can be put back where it was', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const page = await pageOf(erin);
    await finished(there, page.put());
    const before = standing(there);
    await finished(there, page.takeAway());
    expect(frameOn(there)).toBeUndefined();
    const action = erin.workshop.notice.value?.action;
    expect(action?.word).toBe('Undo');
    action?.run();
    await finished(there, there.clock.advance(60));
    expect(standing(there)).toEqual(before);
    expect(page.frame.value).toBe(frameOn(there)?.id);
    await finished(there, page.put());
    expect(erin.workshop.notice.value?.message).toContain('Nothing has changed');
  });

  test('comes off the board with one click, and can be put there again', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const before = there.board.items.size;
    const page = await pageOf(erin);
    await finished(there, page.put());
    const undo = erin.workshop.notice.value?.action;
    expect(undo?.word).toBe('Undo');
    undo?.run();
    await finished(
      there,
      there.clock.until(new Promise<void>((resolve) => there.clock.after(5_000, resolve))),
    );
    expect([there.board.items.size, page.frame.value, page.state.value.kind]).toEqual([before, null, 'idle']);
    await finished(there, page.put());
    expect(framesOn(there, 'Job description')).toHaveLength(1);
  });

  test('is stopped half-way, says so, and is gone on with', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const page = await pageOf(erin);
    const off = page.state.subscribe((state) => {
      if (state.kind === 'running' && state.done === 4) page.stop();
    });
    await finished(there, page.put());
    off();
    expect(erin.workshop.notice.value?.message).toContain('Stopped half-way');
    const some = textsIn(there).length;
    await finished(there, page.put());
    expect(textsIn(there).length).toBeGreaterThan(some);
    expect(framesOn(there, 'Job description')).toHaveLength(1);
    const texts = textsIn(there).toSorted();
    await finished(there, page.takeAway());
    await finished(there, page.put());
    expect(textsIn(there).toSorted()).toEqual(texts);
  });

  test('says what the board refused, keeps what is there, and goes on from it', async () => {
    let refusing = false;
    let creates = 0;
    const there = gathering({
      refuse({ method }) {
        if (!refusing || method !== 'create') return null;
        creates += 1;
        return creates > 3 ? new BoardRefusal('no-access', 'no') : null;
      },
    });
    const { erin } = await pair(there);
    const page = await pageOf(erin);
    refusing = true;
    await finished(there, page.put());
    expect(erin.workshop.notice.value).toMatchObject({ tone: 'warn' });
    expect(erin.workshop.notice.value?.message).toContain('Ask its owner for edit rights');
    refusing = false;
    await finished(there, page.put());
    expect(framesOn(there, 'Job description')).toHaveLength(1);
    expect(textsIn(there).join('\n')).toContain(`• ${words}`);
  });

  test('shows the round that is chosen', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const rounds = await sheetOf(erin).loaded(roundsPart);
    await finished(there, rounds.close('as agreed'));
    await there.clock.until(sheetOf(erin).addNote(direction, 'Only in the draft'));
    const [round] = rounds.list.value;
    if (!round) throw new Error('There is no round');
    const exports = await sheetOf(erin).loaded(exportsPart);
    exports.change({ moment: round.hash });
    await finished(there, (await pageOf(erin)).put());
    const text = textsIn(there).join('\n');
    expect([text.includes('Round 1'), text.includes('Only in the draft')]).toEqual([true, false]);
  });
});

describe('what is on record of it', () => {
  const box: Box = boxAt(0, 0, 100.26, 50);
  const record = {
    frame: itemId('1'),
    self: [{ hash: 'a', box: { ...box, x: 0, y: 0 } }],
    pieces: new Map([
      ['page:title', { id: itemId('2'), as: [{ hash: 'b', box: { ...box, width: 100 } }] }],
      ['page:text', { id: null, as: [], goes: true }],
    ]),
  };

  test('is read as it was written, and is nothing that this version does not know', () => {
    const doc = new Y.Doc();
    writeBoardPage(doc, record);
    const back = readBoardPage(doc);
    expect(back?.pieces).toEqual(
      new Map<string, unknown>([
        ['page:title', { id: '2', as: [{ hash: 'b', box: { x: 50.1, y: 25, width: 100, height: 50 } }] }],
        ['page:text', { id: null, as: [], goes: true }],
      ]),
    );
    expect(readSheet(doc).unknown).toBe(0);
  });

  test.each([null, 4, 'text', { v: 2, frame: '1' }, { v: 1 }, { v: 1, frame: 3 }])(
    'that can’t be read is none: %j',
    (value) => {
      const doc = new Y.Doc();
      doc.getMap('boardPage').set('now', value);
      expect(readBoardPage(doc)).toBe(null);
    },
  );

  test('is read entry by entry', () => {
    const doc = new Y.Doc();
    const pieces = [['a', '5', ['h', 1, 2, 3, 4], ['h', 1, 'x', 3, 4]], 'no', [3], ['b', 7, {}, ['h']]];
    doc.getMap('boardPage').set('now', { v: 1, frame: '1', self: 'no', pieces });
    expect(readBoardPage(doc)).toEqual({
      frame: '1',
      self: [],
      pieces: new Map<string, unknown>([
        ['a', { id: '5', as: [{ hash: 'h', box: { x: 1, y: 2, width: 3, height: 4 } }] }],
        ['b', { id: null, as: [] }],
      ]),
    });
  });
});
