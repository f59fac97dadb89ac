/** The file with everything, brought to another board by one of two people: what the other said is read there and leaves again. */
import JSZip from 'jszip';
import { expect, test, vi } from 'vitest';
import { besidesIn } from '../../../src/annotations/bringAlong.ts';
import { parseArchive } from '../../../src/annotations/parseArchive.ts';
import { clarityPart } from '../../../src/app/models/clarity/part.ts';
import { placePart } from '../../../src/app/models/place/placePart.ts';
import { roundsPart } from '../../../src/app/models/rounds/roundsPart.ts';
import { exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { takingOver } from '../../../src/app/models/takingAlong/takingOver.ts';
import { takeUp } from '../../../src/app/models/takingAlong/takingUp.ts';
import { themesPart } from '../../../src/app/models/themes/themesPart.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { copyBoard } from '../../support/copyBoard.ts';
import { finished } from '../../support/finished.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';
import { textOf as pdfText, readPdf } from '../../support/readPdf.ts';

const note = 'Decide which feature store stays';
const why = 'Four teams wait for it';

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
const noteOf = (person: SomebodyThere) => {
  const found = [...viewOf(person).notes.values()].find(({ text }) => text === note);
  if (!found) throw new Error('The note is not here');
  return found;
};

const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);

async function contentOf({ name, bytes }: SomebodyThere['files'][number]): Promise<string> {
  if (name.endsWith('.pdf')) return pdfText(await readPdf(bytes));
  if (!name.endsWith('.docx')) return textOf({ bytes });
  const zip = await JSZip.loadAsync(bytes);
  return zip.file('word/document.xml')?.async('string') ?? '';
}

/** Erin and Max have said everything around a note, closed a round, and Max has signed it. */
async function spoken() {
  const there = gathering();
  const erin = await there.come('Erin Example');
  await there.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await there.clock.until(sheetOf(erin).addNote(laneId('big-picture', 'technical-direction'), note));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await there.clock.advance(0);
  const { id } = noteOf(max);
  const parts = [placePart, clarityPart, themesPart, roundsPart] as const;
  const [place, clarity, themes, rounds] = await finished(
    there,
    Promise.all([
      sheetOf(max).loaded(parts[0]),
      sheetOf(max).loaded(parts[1]),
      sheetOf(max).loaded(parts[2]),
      sheetOf(max).loaded(parts[3]),
    ]),
  );
  clarity.answer(id, 'importance', why);
  place.mark('role', 'staff');
  const line = { level: 'staff', dimension: null };
  place.cite(id, line);
  themes.mark('coaching', id, true);
  themes.leaveOut('strategy', 'The lead does it');
  sheetOf(max).takeStance(id, 'agree-if', 'with the platform team');
  sheetOf(erin).takeStance(id, 'agree', 'we have waited long enough');
  await there.clock.advance(10);
  const hash = await finished(there, rounds.close('Our first talk'));
  await there.clock.advance(10);
  if (!hash) throw new Error('No round was closed');
  const reading = rounds.reading(hash);
  await finished(
    there,
    new Promise<void>((resolve) => {
      const stop = reading.subscribe(({ kind }) => {
        if (kind === 'here')
          queueMicrotask(() => {
            stop();
            resolve();
          });
      });
    }),
  );
  const here = reading.value;
  if (here.kind === 'here') await finished(there, rounds.signing.sign(here.record));
  await there.clock.advance(10);
  await finished(there, (await sheetOf(erin).loaded(exportsPart)).saveArchive());
  return { there, hash, file: textOf(erin.files[0] ?? { bytes: new Uint8Array() }) };
}

/** Erin on a copy of that board, with the file and with what others said. */
async function brought() {
  const first = await spoken();
  const second = gathering({ boardId: 'board-2' });
  await second.clock.until(copyBoard(first.there.board, second.board, { records: true }));
  const erin = await second.come('Erin Example');
  await second.clock.until(erin.workshop.goOnHere(sheetOf(erin).id, 'look'));
  const flow = async () => {
    erin.workshop.along.begin(sheetOf(erin));
    const under = erin.workshop.along.flow.value;
    if (!under) throw new Error('Nothing is being taken along');
    return takingOver({ ...under.context, sheet: under.sheet, kept: async () => [] });
  };
  const take = async () => {
    const taking = await flow();
    await finished(second, taking.chooseText(first.file));
    taking.answer(true);
    await finished(second, taking.goAhead());
    await second.clock.advance(10);
    const step = taking.step.value;
    if (step.kind !== 'done') throw new Error(`Not done: ${step.kind}`);
    return step;
  };
  return { ...first, second, erin, take };
}

test('what Max said stands in Erin’s documents as from another board, in every format', async () => {
  const { second, erin, take, hash } = await brought();
  const done = await take();
  expect(done.words).toContain(
    'A closed round came along to be read, with its signatures: look under Compare.',
  );
  expect(viewOf(erin).talk.participants.map(({ name }) => name)).toEqual(['Erin Example']);
  const exports = await sheetOf(erin).loaded(exportsPart);
  for (const format of ['word', 'pdf', 'html', 'markdown', 'csv'] as const)
    await finished(second, exports.save(format));
  const inAll = [why, 'Max Example (manager there) on another board', 'Coaching', 'with the platform team'];
  for (const file of erin.files) {
    const content = (await contentOf(file)).replaceAll(/\s+/g, ' ');
    expect([file.name, inAll.filter((words) => !content.includes(words))]).toEqual([file.name, []]);
    if (file.name.endsWith('.csv')) continue;
    const around = ['Said on another board', 'The lead does it', 'signed there by Max Example'];
    expect([file.name, around.filter((words) => !content.includes(words))]).toEqual([file.name, []]);
  }
  // The job description alone has nobody's word in it, and no empty part.
  exports.change({ variant: 'clean', format: 'markdown' });
  await finished(second, exports.save());
  expect(textOf(erin.files.at(-1) ?? { bytes: new Uint8Array() })).not.toMatch(/another board|Four teams/);

  const rounds = await sheetOf(erin).loaded(roundsPart);
  expect(rounds.there.list.value.map((round) => round.hash)).toEqual([hash]);
  expect(rounds.there.signed.value.map(({ name, fits }) => [name, fits])).toEqual([['Max Example', true]]);
  expect([rounds.list.value, rounds.signing.signed.value]).toEqual([[], []]);
});

test('leaves again in her file, once, is taken up by Max, and undone with a click', async () => {
  const { second, erin, take, file, hash } = await brought();
  await take();
  await take();
  const exports = await sheetOf(erin).loaded(exportsPart);
  await finished(second, exports.saveArchive());
  const [before, after] = [file, textOf(erin.files[0] ?? { bytes: new Uint8Array() })].map((text) => {
    const read = parseArchive(text);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  });
  if (!before || !after) throw new Error('No files');
  const there = new Map(after.notes.map(({ id, text }) => [id, text]));
  const words = (archive: typeof before, ids: ReadonlyMap<string, string>) =>
    [...besidesIn(archive).values()]
      .flat()
      .map(({ root, key, value }) => {
        const id = [...ids.keys()].find((one) => key.includes(one));
        return [root, id ? key.replace(id, ids.get(id) ?? '') : key, value].join(' ');
      })
      .sort();
  expect(words(after, there)).toEqual(words(before, new Map(before.notes.map(({ id, text }) => [id, text]))));
  expect(after.rounds?.map((round) => [round.hash, round.text, round.from?.board])).toEqual(
    before.rounds?.map((round) => [round.hash, round.text, 'board-1']),
  );
  expect(after.rounds?.[0]?.hash).toBe(hash);

  const max = await second.come('Max Example');
  await second.clock.advance(10);
  takeUp(max.workshop, sheetOf(max));
  await second.clock.advance(10);
  expect(viewOf(erin).content.brought).toEqual([]);
  const clarity = await finished(second, sheetOf(erin).loaded(clarityPart));
  expect(clarity.whys.value.get(noteOf(erin).id)?.[0]?.answers.get('importance')).toBe(why);
  const rounds = await sheetOf(erin).loaded(roundsPart);
  await finished(second, rounds.there.settled());
  expect(rounds.there.signed.value.map(({ name }) => name)).toEqual(['Max Example']);
});

test('can be undone with a click, rounds and all', async () => {
  const { second, erin, take } = await brought();
  const done = await take();
  done.undo?.();
  await second.clock.advance(10);
  const rounds = await sheetOf(erin).loaded(roundsPart);
  expect([viewOf(erin).content.brought, rounds.there.list.value]).toEqual([[], []]);
});

test('a round that was changed on the way stays in the file', async () => {
  const { second, erin, file } = await brought();
  const bad = file.replace('Our first talk', 'Our worst talk');
  expect(bad).not.toBe(file);
  erin.workshop.along.begin(sheetOf(erin));
  const under = erin.workshop.along.flow.value;
  if (!under) throw new Error('Nothing is being taken along');
  const taking = takingOver({ ...under.context, sheet: under.sheet, kept: async () => [] });
  await finished(second, taking.chooseText(bad));
  taking.answer(true);
  await finished(second, taking.goAhead());
  expect(taking.step.value).toMatchObject({ words: expect.stringContaining('does not fit the fingerprint') });
  const rounds = await sheetOf(erin).loaded(roundsPart);
  expect(rounds.there.list.value).toEqual([]);
});

/** Erin on a board that has nothing of it: she has just dropped a sheet there. */
async function emptyBoard() {
  const first = await spoken();
  const second = gathering({ boardId: 'board-3' });
  const erin = await second.come('Erin Example');
  await second.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await second.clock.advance(0);
  erin.workshop.along.begin(sheetOf(erin));
  const under = erin.workshop.along.flow.value;
  if (!under) throw new Error('Nothing is being taken along');
  const taking = takingOver({ ...under.context, sheet: under.sheet, kept: async () => [] });
  await finished(second, taking.chooseText(first.file));
  return { ...first, second, erin, taking };
}
const stickies = ({ board }: Gathering): string[] =>
  [...board.items.values()].flatMap(({ kind, text }) => (kind === 'sticky' && text !== '' ? [text] : []));

test('on an empty board the notes are put into their lanes first, and what was said is about them', async () => {
  const { second, erin, taking } = await emptyBoard();
  expect([taking.withNotes.value, taking.preview.value?.missing.map(({ text }) => text)]).toEqual([
    true,
    [note],
  ]);
  taking.answer(true);
  await finished(second, taking.goAhead());
  await second.clock.advance(10);
  expect(stickies(second)).toEqual([note]);
  expect(noteOf(erin)).toMatchObject({
    place: 'lane',
    lane: { id: laneId('big-picture', 'technical-direction') },
    mine: { reason: 'we have waited long enough' },
    brought: [{ name: 'Max Example' }],
  });
  // Chosen once more, everything is here.
  const step = taking.step.value;
  if (step.kind !== 'done') throw new Error('Not done');
  step.undo?.();
  await finished(
    second,
    vi.waitFor(() => expect([stickies(second), viewOf(erin).notes.size]).toEqual([[], 0])),
  );
});

test('stopped, or refused by the board, the notes are taken back and nothing was taken along', async () => {
  const { second, erin, taking } = await emptyBoard();
  const going = taking.goAhead();
  taking.stop();
  await finished(second, going);
  await second.clock.advance(10);
  expect([taking.step.value.kind, taking.problem.value]).toEqual([
    'preview',
    expect.stringMatching(/^Stopped\. .*nothing was taken along\.$/),
  ]);
  expect([stickies(second), viewOf(erin).talk.desks.get(viewOf(erin).me.user)?.stances.size ?? 0]).toEqual([
    [],
    0,
  ]);
});

test('a second time no note is put there again', async () => {
  const { second, erin, taking, file } = await emptyBoard();
  await finished(second, taking.goAhead());
  await second.clock.advance(10);
  erin.workshop.along.begin(sheetOf(erin));
  const under = erin.workshop.along.flow.value;
  if (!under) throw new Error('Nothing is being taken along');
  const again = takingOver({ ...under.context, sheet: under.sheet, kept: async () => [] });
  await finished(second, again.chooseText(file));
  expect([again.preview.value?.missing, again.preview.value?.nothingNew, again.withNotes.value]).toEqual([
    [],
    true,
    false,
  ]);
});
