/** Bringing in what is there already: from the selection, from text, into a draft; found, put and undone. */
import { describe, expect, test } from 'vitest';
import type { BringIn, BroughtRow } from '../../../src/app/models/bringIn/bringIn.ts';
import { bringInPart } from '../../../src/app/models/bringIn/part.ts';
import { mostLines } from '../../../src/workshop/bringIn/line.ts';
import type { ItemId } from '../../../src/workshop/ids.ts';
import { gathering } from '../../support/people.ts';
import {
  calm,
  direction,
  exploration,
  notesOf,
  pair,
  sheetOf,
  stickiesWith,
  viewOf,
} from '../noteDrafts/somebody.ts';

async function erins() {
  const there = gathering({ writer: 'user-erin-example' });
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  const model = await there.clock.until(sheetOf(erin).loaded(bringInPart));
  model.watch();
  await calm(there);
  const aside = async (text: string, at: number, kind: 'sticky' | 'text' = 'sticky'): Promise<ItemId> => {
    const box = { x: 20_000 + at * 300, y: 0, width: 199, height: 228 };
    const look = { size: 20 };
    const item =
      kind === 'sticky'
        ? ({ kind, box, text, colour: 'cyan' } as const)
        : ({ kind, box, text, look } as const);
    return (await there.clock.until(there.board.create(item))).id;
  };
  const lanes = () =>
    Object.fromEntries(
      [...viewOf(erin).notes.values()]
        .filter(({ place }) => place !== 'gone')
        .map(({ text, lane }) => [text, lane?.id]),
    );
  const undo = async () => {
    erin.workshop.notice.value?.action?.run();
    await calm(there, 200);
  };
  return { there, erin, model, aside, lanes, undo, notice: () => erin.workshop.notice.value?.message };
}

const rowsOf = ({ found }: BringIn): readonly BroughtRow[] =>
  found.value.kind === 'rows' ? found.value.rows : [];
const toldBy = ({ found }: BringIn) => (found.value.kind === 'rows' ? found.value.told : []);
const pasted = (model: BringIn, text: string) => {
  model.origin.value = 'text';
  model.write(text);
};

describe('what is selected on the board', () => {
  test('shows as it is selected; stickies move into their lanes, texts are copied, and all of it is undone', async () => {
    const { there, model, aside, lanes, undo, notice } = await erins();
    const mentor = await aside('Mentor two seniors of the limits squad', 0);
    const title = await aside('Prototype a streaming scorer', 1, 'text');
    there.board.choose([mentor, title]);
    await calm(there);
    expect(rowsOf(model).map(({ lane, sticky, out }) => [lane, sticky, out])).toEqual([
      ['leveling-up/mentorship-and-sponsorship', mentor, false],
      [exploration, null, false],
    ]);
    const before = there.board.items.get(mentor)?.box;
    expect(await there.clock.until(model.put())).toBe(true);
    await calm(there);
    expect(lanes()).toEqual({
      'Mentor two seniors of the limits squad': 'leveling-up/mentorship-and-sponsorship',
      'Prototype a streaming scorer': exploration,
    });
    expect(notice()).toBe('2 notes are in the sheet.');
    expect(there.board.items.has(title)).toBe(true);
    await undo();
    expect([lanes(), there.board.items.get(mentor)?.box]).toEqual([{}, before]);
    expect(notice()).toBe('Everything is where it was.');
  });

  test('stays where it is when words are to be copied', async () => {
    const { there, model, aside, lanes } = await erins();
    const mentor = await aside('Mentor two seniors', 0);
    there.board.choose([mentor]);
    model.moves.value = false;
    await calm(there);
    const before = there.board.items.get(mentor);
    await there.clock.until(model.put());
    await calm(there);
    expect(there.board.items.get(mentor)).toEqual(before);
    expect(Object.keys(lanes())).toEqual(['Mentor two seniors']);
    // It says the same as what has just been put there.
    expect(rowsOf(model).map(({ out }) => out)).toEqual([true]);
  });

  test('is left out where it is part of the sheet or says nothing, and that is told', async () => {
    const { there, erin, model, aside } = await erins();
    await there.clock.until(sheetOf(erin).addNote(direction, 'In the sheet'));
    await calm(there);
    const [note] = [...viewOf(erin).notes.keys()];
    const [header] = [...viewOf(erin).content.anchors.values()];
    if (!note || !header) throw new Error('No sheet');
    there.board.choose([note, header, await aside('', 0), await aside('A new one', 1)]);
    await calm(there);
    expect(rowsOf(model).map(({ text }) => text)).toEqual(['A new one']);
    expect(toldBy(model)).toEqual([
      '2 things that are in this sheet already left out.',
      '1 thing without words left out.',
    ]);
  });

  test('belongs where the frame around it says, and a selected frame gives what lies in it', async () => {
    const { there, model, aside } = await erins();
    const box = { x: 20_300, y: 0, width: 2_000, height: 1_000 };
    const frame = await there.clock.until(there.board.create({ kind: 'frame', box, title: 'Execution' }));
    const inside = await aside('Mentor two seniors', 0);
    await there.clock.until(there.board.putInFrame(frame.id, inside));
    there.board.choose([frame.id]);
    await calm(there);
    expect([rowsOf(model).length, model.frames.value.length]).toEqual([0, 1]);
    await there.clock.until(model.takeFrames());
    await calm(there);
    expect(rowsOf(model).map(({ lane, why }) => [lane, why])).toEqual([
      [exploration, 'It stood under “Execution”; no word tells which of its 2 lanes, so this is the first.'],
    ]);
  });
});

describe('pasted lines', () => {
  const text =
    'Write the RFC for retiring the nightly batch\nBe kind\nwrite the rfc for retiring the nightly batch!';

  test('each tell why they go where; those without a lane wait, what says the same is left out', async () => {
    const { there, model, lanes, undo } = await erins();
    pasted(model, text);
    expect(rowsOf(model).map(({ lane, why, alike, out }) => [lane, why, alike, out])).toEqual([
      [direction, 'Because of “RFC”, “retiring”.', '', false],
      [null, 'None of its words points to a lane. Choose one.', '', false],
      [
        direction,
        'Because of “rfc”, “retiring”.',
        'Says the same as “Write the RFC for retiring the nightly batch” above.',
        true,
      ],
    ]);
    expect([model.ready.value, model.undecided.value]).toEqual([1, 1]);
    const [, kind] = rowsOf(model);
    if (!kind) throw new Error('No row');
    expect(await there.clock.until(model.put())).toBe(false);
    await calm(there);
    expect(lanes()).toEqual({ 'Write the RFC for retiring the nightly batch': direction });
    expect(rowsOf(model).map(({ text: words, out }) => [words, out])).toEqual([
      ['Be kind', false],
      ['write the rfc for retiring the nightly batch!', true],
    ]);
    model.choose(kind.key, exploration);
    expect(rowsOf(model)[0]?.why).toBe('Chosen by you.');
    expect(await there.clock.until(model.put())).toBe(true);
    await calm(there);
    expect([lanes()['Be kind'], model.text.value]).toEqual([exploration, '']);
    await undo();
    expect(lanes()).toEqual({ 'Write the RFC for retiring the nightly batch': direction });
    expect([model.text.value, rowsOf(model)[0]?.text]).toEqual([text, 'Be kind']);
  });

  test('are kept in this browser until they are in, and are shown again then', async () => {
    const { erin, model } = await erins();
    pasted(model, 'Be kind');
    expect(sheetOf(erin).drafts.get(`bring:${sheetOf(erin).id}`)).toBe('Be kind');
    model.write('');
    expect(sheetOf(erin).drafts.get(`bring:${sheetOf(erin).id}`)).toBeUndefined();
  });

  test('that are too long or too many are told, never cut', async () => {
    const { model } = await erins();
    pasted(
      model,
      ['x'.repeat(6_100), ...Array.from({ length: mostLines + 11 }, (_, at) => `Thought ${at}`)].join('\n'),
    );
    expect(rowsOf(model).length).toBe(mostLines);
    expect(rowsOf(model)[0]?.problem).toContain('Too long for a sticky (6,100 characters');
    expect(toldBy(model)).toEqual(['The first 200 are shown; 12 more follow once these are in.']);
  });

  test('in full lanes make room, which is told before and undone after', async () => {
    const { there, model, lanes, undo } = await erins();
    const before = [...there.board.items.values()];
    pasted(
      model,
      ['Technical direction:', ...Array.from({ length: 8 }, (_, at) => `${at} of eight`)].join('\n'),
    );
    expect([model.ready.value, model.full.value]).toEqual([8, ['Technical direction']]);
    expect(toldBy(model)).toEqual(['Read as headings, not as notes: “Technical direction”.']);
    await there.clock.until(model.put());
    await calm(there);
    expect(Object.values(lanes())).toEqual(Array(8).fill(direction));
    await undo();
    expect([...there.board.items.values()].map(({ id, box, text: words }) => [id, box, words])).toEqual(
      before.map(({ id, box, text: words }) => [id, box, words]),
    );
  });

  test('stop where somebody says stop, and the others wait', async () => {
    const { there, model, lanes, notice } = await erins();
    pasted(model, 'Exploration\nOne thing\nAnother thought\nA third idea');
    const putting = model.put();
    const stop = model.putting.subscribe((state) => {
      if (state.kind === 'putting' && state.done === 1 && !state.stopping) model.cancel();
    });
    expect(await there.clock.until(putting)).toBe(false);
    stop();
    await calm(there);
    expect([Object.keys(lanes()), rowsOf(model).length]).toEqual([['One thing'], 2]);
    expect(notice()).toBe('Stopped: 1 note is in the sheet, the others wait here.');
  });
});

describe('a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test('is read as a table, in any of the usual encodings', async () => {
    const { model } = await erins();
    model.origin.value = 'text';
    model.takeFile('old board.csv', bytes('\ufeffText,Frame\n"Cut, it",Execution\n'));
    expect(rowsOf(model).map(({ text: words, lane }) => [words, lane])).toEqual([['Cut, it', exploration]]);
    expect(model.fileWords.value).toBe('From “old board.csv”.');
    model.takeFile('latin.csv', Uint8Array.from([0x4e, 0x6f, 0x74, 0x65, 0x0a, 0x63, 0x61, 0x66, 0xe9]));
    expect(rowsOf(model).map(({ text: words }) => words)).toEqual(['café']);
    expect(model.fileWords.value).toContain('Western European');
    model.takeFile('utf-16.csv', Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62, 0, 0x0a, 0]));
    expect(rowsOf(model).map(({ text: words }) => words)).toEqual(['ab']);
  });

  test('that is too large, broken or no text is refused with a reason', async () => {
    const { model } = await erins();
    model.origin.value = 'text';
    model.takeFile('large.csv', new Uint8Array(1_000_001));
    expect([model.fileWords.value, model.found.value.kind]).toEqual([
      expect.stringContaining('at most 1 MB'),
      'nothing',
    ]);
    model.takeFile('broken.csv', bytes('Text\n"never closed'));
    expect(model.found.value).toEqual({ kind: 'wrong', problem: { kind: 'open-quote', line: 2 } });
    model.takeFile('book.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]));
    expect(model.found.value).toEqual({ kind: 'wrong', problem: { kind: 'not-text' } });
  });
});

test('while notes are written unseen they go into the draft, and nothing of them reaches the board', async () => {
  const there = gathering();
  const { erin } = await pair(there);
  const before = stickiesWith(there);
  const model = await there.clock.until(sheetOf(erin).loaded(bringInPart));
  await calm(there);
  expect(model.stage.value).toBe('drafting');
  pasted(model, 'Write the RFC for retiring the nightly batch\nMentor two seniors');
  expect(await there.clock.until(model.put())).toBe(true);
  await calm(there);
  const mine = () => notesOf(erin).mine.value.map(({ text }) => text);
  expect([mine().length, stickiesWith(there)]).toEqual([2, before]);
  pasted(model, 'Mentor two seniors!');
  expect(rowsOf(model)[0]).toMatchObject({
    out: true,
    alike: 'Says the same as “Mentor two seniors” in your draft.',
  });
  erin.workshop.notice.value?.action?.run();
  await calm(there);
  expect(mine()).toEqual([]);
  notesOf(erin).write(direction, 'Another');
  notesOf(erin).done();
  await calm(there);
  expect([model.stage.value, await there.clock.until(model.put())]).toEqual(['waiting', false]);
});
