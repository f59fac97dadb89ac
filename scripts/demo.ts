/**
 * `npm run demo -- --out DIR`: the whole story without a browser, over real connections. A board is started on a free
 * port, two people join through the SDK, drop a sheet, write, take stances at the same moment, compare, and write the
 * document. It prints what happened and exits non-zero when a step fails.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportFormats } from '../src/app/models/exporting/exportChoice.ts';
import type { SheetModel } from '../src/app/models/sheetModel.ts';
import { exportsPart } from '../src/app/models/sheetParts.ts';
import type { SheetView } from '../src/app/models/sheetView.ts';
import { stateWords } from '../src/app/models/stateWords.ts';
import { openIn, waitsOf } from '../src/app/models/whatWaits.ts';
import { startLocalBoard } from '../src/local-board/server/localBoard.ts';
import type { LaneId } from '../src/workshop/ids.ts';
import { eventually } from './demo/eventually.ts';
import { demoNotes } from './demo/notes.ts';
import { type Somebody, somebody } from './demo/somebody.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out' } } });

function sheetOf({ name, workshop }: Somebody): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet)
    throw new Error(`${name} has no sheet open: ${workshop.notice.value?.message ?? 'nobody dropped one'}`);
  return sheet;
}

function viewOf(person: Somebody): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error(`${person.name} has not read the sheet`);
  return view;
}

const say = (words: string) => console.log(words);

async function story(erin: Somebody, max: Somebody): Promise<void> {
  const form = erin.workshop.drop.defaults();
  const before = erin.meter.usage();
  await erin.workshop.drop.place({
    ...form,
    title: 'Staff Machine Learning Engineer',
    team: 'Credit limits',
    level: 'Staff',
    reviewers: 'Max Manager',
  });
  const after = erin.meter.usage();
  const view = viewOf(erin);
  const items = [...erin.board.client.contents.get().items.values()].length;
  say(
    `Erin dropped a sheet: ${items} items, ${view.columns.length} columns, ${after.calls - before.calls} calls, ${after.credits - before.credits} credits.`,
  );

  for (const { lane, text } of demoNotes) {
    if (!(await sheetOf(erin).addNote(lane as LaneId, text))) {
      throw new Error(`"${text}" was not added: ${erin.workshop.notice.value?.message}`);
    }
  }
  await eventually('Erin sees all her notes', () => viewOf(erin).total === demoNotes.length);
  say(`Erin wrote ${viewOf(erin).total} notes in ${new Set(demoNotes.map(({ lane }) => lane)).size} lanes.`);

  await eventually('Max sees the sheet', () => max.workshop.sheet.value !== null);
  sheetOf(max).claim('manager');
  await eventually('Erin sees the claim', () => waitsOf(viewOf(erin)).some(({ kind }) => kind === 'claim'));
  const maxId = max.workshop.me.value?.id;
  if (!maxId) throw new Error('Max is nobody');
  sheetOf(erin).confirm(maxId, 'manager');
  await eventually('Max is confirmed', () => viewOf(max).me.confirmed);
  await eventually('Max sees all notes', () => viewOf(max).total === demoNotes.length);
  say('Max joined, said he is the manager, and Erin confirmed it.');

  // At the same moment: neither waits for the other.
  const notes = (person: Somebody) => [...viewOf(person).notes.values()];
  for (const note of notes(erin)) sheetOf(erin).takeStance(note.id, 'agree', '');
  for (const note of notes(max)) {
    const mine = demoNotes.find(({ text }) => text === note.text);
    sheetOf(max).takeStance(note.id, mine?.manager ?? 'not-sure', mine?.reason ?? '');
  }
  await eventually('each has the other’s stances', () =>
    [erin, max].every((person) => notes(person).every(({ mine, others }) => mine && others.length === 1)),
  );
  say(`Both took ${demoNotes.length} stances at the same moment; each has the other's.`);

  const conditional = notes(max).find(({ mine }) => mine?.value === 'agree-if');
  if (!conditional) throw new Error('Nobody agreed with a condition');
  sheetOf(max).remark(conditional.id, 'Who else has a say in this?', null);
  sheetOf(max).suggest(conditional.id, `${conditional.text}, with the platform team`);
  const suggestion = await eventually('Erin has the suggestion', () =>
    viewOf(erin)
      .notes.get(conditional.id)
      ?.threads.find(({ first }) => first.proposes),
  );
  await sheetOf(erin).apply(suggestion.first);
  await eventually('Max sees the new words', () =>
    viewOf(max).notes.get(conditional.id)?.text.endsWith('platform team'),
  );
  for (const person of [erin, max]) sheetOf(person).takeStance(conditional.id, 'agree', '');
  await eventually('they agree on the new words', () =>
    [erin, max].every((person) => viewOf(person).notes.get(conditional.id)?.state === 'agreed'),
  );
  say('Max suggested a wording, Erin applied it to the sticky, and both agreed to it.');
}

function compare(person: Somebody): void {
  const { agreed, total, columns } = viewOf(person);
  const open = openIn(viewOf(person));
  say(`Compare: ${agreed} of ${total} notes agreed.`);
  for (const { column, agreed: some, total: all } of columns)
    if (all > 0) say(`  ${column.title}: ${some} of ${all}`);
  for (const note of open) say(`  to talk about: ${note.text} (${stateWords[note.state].toLowerCase()})`);
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rolewright-demo-'));
  const board = await startLocalBoard({ port: 0, dataDir, pageDir: 'dist/local-board' });
  const place = { url: board.url, board: 'demo', app: 'http://localhost:3001/' };
  const here: Somebody[] = [];
  try {
    const erin = await somebody('Erin Engineer', place);
    here.push(erin);
    const max = await somebody('Max Manager', place);
    here.push(max);
    await story(erin, max);
    for (const person of here) await person.workshop.flush();
    compare(erin);
    if (
      JSON.stringify(openIn(viewOf(erin)).map(({ id }) => id)) !==
      JSON.stringify(openIn(viewOf(max)).map(({ id }) => id))
    ) {
      throw new Error('Erin and Max see different open notes');
    }
    const exports = await sheetOf(erin).loaded(exportsPart);
    for (const format of exportFormats) await exports.save(format);
    exports.change({ variant: 'clean' });
    await exports.save('word');
    mkdirSync(values.out, { recursive: true });
    for (const { name, bytes } of erin.files) {
      const ending = name.split('.').at(-1);
      const path = join(
        values.out,
        `job-description.${/annotated.*docx$/.test(name) ? 'annotated.docx' : ending}`,
      );
      writeFileSync(path, bytes);
      say(`Wrote ${path} (${bytes.length} bytes), called ${name} in the app.`);
    }
    const expected = exportFormats.length + 1;
    if (erin.files.length !== expected)
      throw new Error(`Wrote ${erin.files.length} documents instead of ${expected}`);
    for (const { name, meter } of here)
      say(`${name}: ${meter.usage().calls} calls, ${meter.usage().credits} credits.`);
  } finally {
    for (const person of here) await person.leave();
    await board.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(`The demo failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
