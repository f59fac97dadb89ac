/** Views given unseen by each other, then three suggestions: one used, one declined with a reason, one countered. */
import type { SpokenRemark } from '../../../src/annotations/threads.ts';
import { switchUnseen } from '../../../src/app/models/unseen/switchUnseen.ts';
import type { Unseen } from '../../../src/app/models/unseen/unseen.ts';
import { eventually } from '../eventually.ts';
import { demoNotes } from '../notes.ts';
import { handsOf, idOf, noteOf, type Pair, sheetOf, viewOf } from '../pair.ts';
import type { Secrets } from '../secrets.ts';
import type { Somebody } from '../somebody.ts';

const unseenOf = (person: Somebody): Promise<Unseen> =>
  eventually(`${person.name} gives views unseen`, () => sheetOf(person).unseen.value);
const notesOf = (person: Somebody) => [...viewOf(person).notes.values()];

export async function giveViews({ erin, max, say }: Pair, secrets: Secrets): Promise<void> {
  switchUnseen(sheetOf(erin), true, idOf(erin));
  for (const who of [erin, max])
    await eventually(
      `${who.name} is asked unseen`,
      () => sheetOf(who).unseen.value?.state.value.stage === 'drafting',
    );
  secrets.keep(
    max,
    demoNotes.map(({ reason }) => reason).filter((reason) => reason !== ''),
  );
  const [hers, his] = [await handsOf(erin), await handsOf(max)];
  for (const { id } of notesOf(erin)) hers.takeStance(id, 'agree', '');
  for (const { id, text } of notesOf(max)) {
    const mine = demoNotes.find((note) => note.text === text);
    his.takeStance(id, mine?.manager ?? 'agree', mine?.reason ?? '');
  }
  for (const who of [erin, max]) {
    await who.workshop.flush();
    secrets.done(who);
    (await unseenOf(who)).done();
  }
  await eventually('each has the other’s views', () =>
    [erin, max].every((who) => notesOf(who).every(({ mine, others }) => mine && others.length === 1)),
  );
  say(`Both gave ${viewOf(erin).total} views unseen by each other; now each has the other's.`);
}

/** A suggestion that waits for a decision, as this person has it. */
const suggestionFor = (person: Somebody, words: string, proposed: string): Promise<SpokenRemark> =>
  eventually(`${person.name} has the suggestion "${proposed}"`, () =>
    noteOf(person, words)
      .threads.flatMap(({ first, answers }) => [first, ...answers])
      .find(({ wording, proposes }) => proposes && wording?.proposed === proposed),
  );

export async function agreeOnWords({ erin, max, say }: Pair): Promise<void> {
  const [hers, his] = [await handsOf(erin), await handsOf(max)];
  const stores = 'Decide by June which of our three';
  const tests = 'Try unbiased limit tests';
  const handOver = 'Keep the weekly hand-over';

  const together = 'Decide by June which of our three feature stores stays, with the platform team';
  his.suggest(noteOf(max, stores).id, together);
  await hers.apply(await suggestionFor(erin, stores, together));
  await eventually('Max sees the new words', () => noteOf(max, stores).text === together);

  const elsewhere = 'Give the weekly hand-over to the backend team';
  his.suggest(noteOf(max, handOver).id, elsewhere);
  hers.decline(await suggestionFor(erin, handOver, elsewhere), 'They have nobody who knows the data side');

  const fewer = 'Try unbiased limit tests on 1 % of new customers, run by the research group';
  const both = 'Try unbiased limit tests on 1 % of new customers before autumn, with the research group';
  his.suggest(noteOf(max, tests).id, fewer);
  const first = await suggestionFor(erin, tests, fewer);
  hers.suggest(noteOf(erin, tests).id, both, first.id);
  const counter = await suggestionFor(max, tests, both);
  his.remark(noteOf(max, tests).id, 'That works for me', counter.id);
  await hers.apply(await suggestionFor(erin, tests, both));
  await eventually('Max sees the wording that both can live with', () => noteOf(max, tests).text === both);

  for (const [who, hands] of [
    [erin, hers],
    [max, his],
  ] as const)
    for (const words of [stores, tests]) hands.takeStance(noteOf(who, words).id, 'agree', '');
  await eventually('they agree on both wordings', () =>
    [erin, max].every((who) => [stores, tests].every((words) => noteOf(who, words).state === 'agreed')),
  );
  say(
    'Max suggested three wordings: Erin used one, declined one with a reason, and answered one with another that both agreed to.',
  );
}
