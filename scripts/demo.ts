/**
 * `npm run demo -- --out DIR`: the whole story without a browser, over real connections. A board is started on a free
 * port, two people join through the SDK and go from an empty sheet to a signed round: notes and views given unseen by
 * each other, suggestions, two rounds, signatures, the next date, and the document. It prints what happened, with
 * `--json` how it ended instead, and exits non-zero when a step fails.
 *
 * `npm run demo -- --cohort 12`: a session for a group instead, from set-up to summary: twelve people with the whole app
 * each, on a board in memory, whose clock runs ahead. Leaves no documents.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openIn } from '../src/app/models/talk/whatWaits.ts';
import { stateWords } from '../src/app/models/words/stateWords.ts';
import { startLocalBoard } from '../src/local-board/server/localBoard.ts';
import { playCohort } from './demo/cohort.ts';
import { writeDocuments } from './demo/documents.ts';
import { endState } from './demo/endState.ts';
import { type Pair, viewOf } from './demo/pair.ts';
import { secrets } from './demo/secrets.ts';
import { type Somebody, somebody } from './demo/somebody.ts';
import { drop, letIn, place, whyNow } from './demo/story/beforeNotes.ts';
import { twoRounds } from './demo/story/rounds.ts';
import { reveal, writeUnseen } from './demo/story/unseenNotes.ts';
import { agreeOnWords, giveViews } from './demo/story/views.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out' },
    json: { type: 'boolean', default: false },
    cohort: { type: 'string' },
  },
});

const say = (words: string): void => {
  if (!values.json) console.log(words);
};

async function tell(pair: Pair): Promise<Awaited<ReturnType<typeof endState>>> {
  const kept = secrets();
  await drop(pair);
  await letIn(pair);
  await place(pair);
  await whyNow(pair, kept);
  await writeUnseen(pair, kept);
  await reveal(pair, kept);
  await giveViews(pair, kept);
  await agreeOnWords(pair);
  await twoRounds(pair);
  for (const person of [pair.erin, pair.max]) await person.workshop.flush();
  const end = await endState(pair, kept);
  if (end.leaked.length > 0) throw new Error(`Left a browser before its owner was done: ${end.leaked[0]}`);
  return end;
}

function compare({ erin, max }: Pair): void {
  const { agreed, total, columns } = viewOf(erin);
  say(`Compare: ${agreed} of ${total} notes agreed.`);
  for (const { column, agreed: some, total: all } of columns)
    if (all > 0) say(`  ${column.title}: ${some} of ${all}`);
  for (const note of openIn(viewOf(erin)))
    say(`  to talk about: ${note.text} (${stateWords[note.state].toLowerCase()})`);
  const openFor = (person: Somebody) => JSON.stringify(openIn(viewOf(person)).map(({ id }) => id));
  if (openFor(erin) !== openFor(max)) throw new Error('Erin and Max see different open notes');
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rolewright-demo-'));
  const board = await startLocalBoard({ port: 0, dataDir, pageDir: 'dist/local-board' });
  const where = { url: board.url, board: 'demo', app: 'http://localhost:3001/' };
  const here: Somebody[] = [];
  const bring = async (name: string): Promise<Somebody> => {
    const person = await somebody(name, where);
    here.push(person);
    return person;
  };
  try {
    const pair: Pair = { erin: await bring('Erin Engineer'), max: await bring('Max Manager'), say };
    const end = await tell(pair);
    compare(pair);
    await writeDocuments(pair, values.out);
    for (const { name, meter } of here)
      say(`${name}: ${meter.usage().calls} calls, ${meter.usage().credits} credits.`);
    say('No word left a browser before its owner said done.');
    if (values.json) console.log(JSON.stringify(end, null, 2));
  } finally {
    for (const person of here) await person.leave();
    await board.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

(values.cohort === undefined ? main() : playCohort(values.cohort, say, values.json)).catch(
  (error: unknown) => {
    console.error(`The demo failed: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  },
);
