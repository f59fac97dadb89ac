/** Bringing a Word document back, in the panel's models: what is shown, what is written where, undone, done twice. */
import { describe, expect, test } from 'vitest';
import { switchNotes } from '../../../src/app/models/noteDrafts/switchNotes.ts';
import { exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import { switchUnseen } from '../../../src/app/models/unseen/switchUnseen.ts';
import { wordBackPart } from '../../../src/app/models/wordBack/part.ts';
import type { WordBack } from '../../../src/app/models/wordBack/wordBack.ts';
import { type Editing, editedBytes, paragraph, writeComment } from '../../export/wordBack/editing.ts';
import { type Gathering, gathering, type SomebodyThere } from '../../support/people.ts';
import { calm, direction, exploration, sheetOf, viewOf } from '../noteDrafts/somebody.ts';

const backfill = 'Cut the nightly backfill to two hours';
const store = 'Decide which feature store stays';
const ines = 'Ines Invented';

async function finished<T>(there: Gathering, work: Promise<T>): Promise<T> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  ended.catch(() => undefined);
  for (let turns = 0; turns < 2_000 && !over; turns += 1) await calm(there, 50);
  return ended;
}

/** Erin's sheet with two notes; Max is the confirmed manager, has asked something, and has the document. */
async function pair(there: Gathering) {
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff Engineer' };
  await there.clock.until(erin.workshop.drop.place(form));
  for (const text of [backfill, store]) await there.clock.until(sheetOf(erin).addNote(direction, text));
  const max = await there.come('Max Example');
  await calm(there);
  sheetOf(max).claim('manager');
  await calm(there);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await calm(there);
  sheetOf(max).remark(noteOf(max, backfill).id, 'Why two hours?', null);
  await calm(there);
  const asked = noteOf(erin, backfill).threads[0]?.first.id ?? '';
  sheetOf(erin).remark(noteOf(erin, backfill).id, 'It leaves one retry.', asked);
  await calm(there);
  const exports = await finished(there, sheetOf(max).loaded(exportsPart));
  await finished(there, exports.save('word'));
  const bytes = max.files.at(-1)?.bytes;
  if (!bytes) throw new Error('Nothing was saved');
  const model = await finished(there, sheetOf(max).loaded(wordBackPart));
  return { erin, max, bytes, model };
}

const noteOf = (person: SomebodyThere, text: string) => {
  const note = [...viewOf(person).notes.values()].find((one) => one.text === text);
  if (!note) throw new Error(`No note “${text}”`);
  return note;
};
const rowsOf = ({ state }: WordBack) => (state.value.kind === 'found' ? state.value.rows : []);
const refusalOf = ({ state }: WordBack) => (state.value.kind === 'refused' ? state.value.words : '');
const saidOf = (person: SomebodyThere) =>
  [...viewOf(person).notes.values()].flatMap(({ text: about, threads }) =>
    threads.flatMap(({ first, answers }) =>
      [first, ...answers].flatMap(({ from, text, wording }) =>
        from ? [[about, from.name, wording?.proposed ?? text]] : [],
      ),
    ),
  );

/** A reworded note, a comment with an answer to Max's, and a new note. */
const byInes = (person: SomebodyThere) => async (doc: Editing) => {
  await doc.load('docProps/core.xml');
  for (const one of doc.all('cp:lastModifiedBy', doc.part('docProps/core.xml').documentElement))
    one.textContent = ines;
  const own = doc.note(noteOf(person, backfill).id);
  doc.retype(own, 'Cut the nightly backfill to one hour');
  await writeComment(doc, own, { id: '90', words: 'One is what finance asks', answers: 0 });
  await writeComment(doc, doc.note(noteOf(person, store).id), { id: '91', words: 'By June?' });
  doc.section(exploration).after(doc.make(paragraph('Prototype a streaming scorer')));
};

describe('a document that somebody edited', () => {
  test('is shown line by line; what is ticked is said on the bringer’s desk, under the document’s names', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    await finished(there, model.take('role.docx', await editedBytes(bytes, byInes(max))));
    expect(rowsOf(model).map(({ proposal: { kind }, place, ticked }) => [kind, place, ticked])).toEqual([
      ['reworded', 'Technical direction', true],
      ['added', 'Exploration', true],
      ['remark', 'Technical direction', true],
      ['remark', 'Technical direction', true],
    ]);
    expect(await finished(there, model.bring())).toBe(true);
    await calm(there);
    for (const one of [erin, max])
      expect(saidOf(one)).toEqual([
        [backfill, ines, 'One is what finance asks'],
        [backfill, ines, 'Cut the nightly backfill to one hour'],
        [store, ines, 'By June?'],
      ]);
    const [thread] = noteOf(erin, backfill).threads;
    expect([thread?.first.text, thread?.answers.map(({ text }) => text)]).toEqual([
      'Why two hours?',
      ['It leaves one retry.', 'One is what finance asks'],
    ]);
    expect(thread?.answers[1]?.author).toBe(viewOf(max).me.user);
    expect(noteOf(erin, 'Prototype a streaming scorer').lane?.id).toBe(exploration);
    expect(noteOf(erin, backfill).state).toBe('change-proposed');
    expect(model.state.value.kind).toBe('nothing');
  });

  test('leaves out what is not ticked, and answers nothing that was left out', async () => {
    const there = gathering();
    const { max, bytes, model } = await pair(there);
    const changed = await editedBytes(bytes, async (doc) => {
      await byInes(max)(doc);
      await writeComment(doc, doc.note(noteOf(max, store).id), { id: '92', words: 'Or July', answers: 3 });
    });
    await finished(there, model.take('role.docx', changed));
    for (const { proposal } of rowsOf(model))
      model.tick(proposal.id, proposal.kind === 'remark' && proposal.words === 'Or July');
    expect(model.ready.value).toBe(1);
    await finished(there, model.bring());
    await calm(there);
    expect(saidOf(max)).toEqual([[store, ines, 'Or July']]);
    expect(noteOf(max, store).threads[0]?.parentMissing).toBe(false);
    expect([...viewOf(max).notes.values()].length).toBe(2);
  });

  test('is undone as a whole, but for what somebody has answered', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    const changed = await editedBytes(bytes, byInes(max));
    await finished(there, model.take('role.docx', changed));
    await finished(there, model.bring());
    const undo = () => max.workshop.notice.value?.action?.run();
    undo();
    await calm(there, 500);
    await calm(there, 500);
    expect([saidOf(erin), [...viewOf(erin).notes.values()].map(({ text }) => text)]).toEqual([
      [],
      [backfill, store],
    ]);
    await finished(there, model.take('role.docx', changed));
    await finished(there, model.bring());
    const asked = noteOf(erin, store).threads[0]?.first.id ?? '';
    sheetOf(erin).remark(noteOf(erin, store).id, 'By July', asked);
    await calm(there);
    undo();
    await calm(there, 500);
    await calm(there, 500);
    expect(saidOf(erin)).toEqual([[store, ines, 'By June?']]);
  });

  test('brought in twice it is in once, whoever does it', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    const changed = await editedBytes(bytes, byInes(max));
    await finished(there, model.take('role.docx', changed));
    await finished(there, model.bring());
    await calm(there);
    const before = saidOf(erin);
    for (const one of [max, erin]) {
      const again = await finished(there, sheetOf(one).loaded(wordBackPart));
      await finished(there, again.take('role.docx', changed));
      expect(again.state.value).toMatchObject({ rows: [], left: [] });
      expect(again.state.value).toMatchObject({
        told: ['3 things in it came back before.', `Last saved by ${ines}.`],
      });
    }
    expect(saidOf(erin)).toEqual(before);
  });

  test('that went out again with what came back brings nothing new', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    await finished(there, model.take('role.docx', await editedBytes(bytes, byInes(max))));
    await finished(there, model.bring());
    await calm(there);
    const exports = await finished(there, sheetOf(erin).loaded(exportsPart));
    await finished(there, exports.save('word'));
    const again = await finished(there, sheetOf(erin).loaded(wordBackPart));
    await finished(there, again.take('again.docx', erin.files.at(-1)?.bytes ?? new Uint8Array()));
    expect(again.state.value).toMatchObject({ kind: 'found', rows: [], left: [] });
  });

  test('settles what was resolved in it, and undo opens it again', async () => {
    const there = gathering();
    const { erin, bytes, model, max } = await pair(there);
    const changed = await editedBytes(bytes, async (doc) => {
      await doc.load('word/commentsExtended.xml');
      const threads = doc.part('word/commentsExtended.xml').documentElement;
      for (const one of doc.all('w15:commentEx', threads)) one.setAttribute('w15:done', '1');
    });
    await finished(there, model.take('role.docx', changed));
    await finished(there, model.bring());
    await calm(there);
    expect(noteOf(erin, backfill).threads.map(({ resolved }) => resolved)).toEqual([true]);
    max.workshop.notice.value?.action?.run();
    await calm(there);
    expect(noteOf(erin, backfill).threads.map(({ resolved }) => resolved)).toEqual([false]);
  });

  test('moves a sticky that was moved in it, and back', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    const changed = await editedBytes(bytes, (doc) => {
      doc.section(exploration).after(doc.note(noteOf(max, store).id));
    });
    await finished(there, model.take('role.docx', changed));
    expect(rowsOf(model).map(({ proposal: { kind }, place }) => [kind, place])).toEqual([
      ['moved', 'Exploration'],
    ]);
    await finished(there, model.bring());
    await calm(there);
    expect(noteOf(erin, store).lane?.id).toBe(exploration);
    max.workshop.notice.value?.action?.run();
    await calm(there, 500);
    await calm(there, 500);
    expect(noteOf(erin, store).lane?.id).toBe(direction);
  });

  test('is said unseen where views are given unseen, and shown to nobody before', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await calm(there);
    void sheetOf(max).unseen.value;
    await calm(there);
    const changed = await editedBytes(bytes, (doc) =>
      writeComment(doc, doc.note(noteOf(max, store).id), { id: '91', words: 'By June?' }),
    );
    await finished(there, model.take('role.docx', changed));
    expect(model.unseen.value).toBe(true);
    expect(await finished(there, model.bring())).toBe(true);
    await calm(there);
    expect([saidOf(max), saidOf(erin)]).toEqual([[[store, ines, 'By June?']], []]);
    max.workshop.notice.value?.action?.run();
    await calm(there);
    expect(saidOf(max)).toEqual([]);
  });
});

describe('a document that can’t be brought in', () => {
  test('says why, and what to do', async () => {
    const there = gathering();
    const { erin, max, bytes, model } = await pair(there);
    const take = async (name: string, file: Uint8Array) => {
      await finished(there, model.take(name, file));
      return refusalOf(model);
    };
    expect(await take('note.txt', new TextEncoder().encode('Hello'))).toMatch(
      /^“note.txt” is no Word document\./,
    );
    expect(await take('cut.docx', bytes.slice(0, 2_000))).toMatch(/is damaged/);
    const foreign = await editedBytes(bytes, async (doc) => {
      doc.remove('docProps/custom.xml');
      doc.remove('customXml/item1.xml');
      for (const one of doc.all('w:bookmarkStart')) one.remove();
    });
    expect(await take('letter.docx', foreign)).toMatch(/is not a document of this sheet/);
    await there.clock.until(
      erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Another role' }),
    );
    await calm(there);
    const other = await finished(there, sheetOf(erin).loaded(wordBackPart));
    await finished(there, other.take('role.docx', bytes));
    expect(refusalOf(other)).toMatch(/is of another sheet: .*Staff Engineer/);
    expect(saidOf(max)).toEqual([]);
  });

  test('from a board far away says so', async () => {
    const [here, far] = [gathering(), gathering({ boardId: 'board-2' })];
    const { model } = await pair(here);
    const { bytes } = await pair(far);
    const moved = await editedBytes(bytes, async (doc) => {
      await doc.load('docProps/custom.xml');
      const [value] = doc.all('vt:lpwstr', doc.part('docProps/custom.xml').documentElement);
      if (value) value.textContent = 'sheet-far';
    });
    await finished(here, model.take('role.docx', moved));
    expect(refusalOf(model)).toMatch(/is of a sheet that is not on this board/);
  });

  test('is not read on once somebody has stopped it', async () => {
    const there = gathering();
    const { bytes, model } = await pair(there);
    const reading = model.take('role.docx', bytes);
    expect(model.state.value.kind).toBe('reading');
    model.stop();
    await finished(there, reading);
    expect(model.state.value.kind).toBe('nothing');
  });
});

test('notes that are new wait while notes are written unseen', async () => {
  const there = gathering();
  const { erin, max, bytes, model } = await pair(there);
  switchNotes(sheetOf(erin).document, true, viewOf(erin).me.user, sheetOf(erin).now());
  await calm(there);
  await finished(there, model.take('role.docx', await editedBytes(bytes, byInes(max))));
  expect(rowsOf(model).flatMap(({ proposal, problem }) => (problem ? [proposal.kind] : []))).toEqual([
    'added',
  ]);
});
