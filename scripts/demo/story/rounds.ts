/** Round 1, an edit and a note that goes, round 2 with what changed in between, both signatures, the next date. */
import { compareRounds } from '../../../src/annotations/compareRounds.ts';
import type { RoundContent, RoundRecord } from '../../../src/annotations/round.ts';
import type { Hash } from '../../../src/annotations/sha256.ts';
import type { Rounds } from '../../../src/app/models/rounds/rounds.ts';
import { roundsPart } from '../../../src/app/models/rounds/roundsPart.ts';
import { eventually } from '../eventually.ts';
import { handsOf, noteOf, type Pair, sheetOf } from '../pair.ts';
import type { Somebody } from '../somebody.ts';

const roundsOf = (person: Somebody): Promise<Rounds> => sheetOf(person).loaded(roundsPart);

async function closed(rounds: Rounds, note: string): Promise<Hash> {
  const hash = await rounds.close(note);
  if (!hash) throw new Error('The round could not be closed');
  return hash;
}

async function recordOf(person: Somebody, hash: Hash): Promise<RoundRecord> {
  const reading = (await roundsOf(person)).reading(hash);
  return eventually(`${person.name} has the round ${hash.slice(0, 8)}`, () =>
    reading.value.kind === 'here' ? reading.value.record : null,
  );
}

const shareWords = ({ agreed: { all } }: RoundContent): string => `${all.agreed} of ${all.total} agreed`;

export async function twoRounds(pair: Pair): Promise<void> {
  const { erin, max, say } = pair;
  const first = await closed(await roundsOf(erin), 'After our first talk');
  const one = await recordOf(max, first);
  say(`Erin closed round 1 (${first.slice(0, 8)}): ${shareWords(one.content)}; Max has it.`);

  const [hers, his] = [await handsOf(erin), await handsOf(max)];
  const backfill = noteOf(erin, 'Cut the nightly backfill');
  await hers.editNote(
    backfill.id,
    'Cut the nightly backfill of the limit models from 9 h to 90 minutes by May',
  );
  await eventually('that note is open again', () => noteOf(max, 'Cut the nightly').state === 'changed');
  for (const [who, hands] of [
    [erin, hers],
    [max, his],
  ] as const)
    hands.takeStance(noteOf(who, 'Cut the nightly').id, 'agree', '');
  await eventually('they agree again', () =>
    [erin, max].every((who) => noteOf(who, 'Cut the nightly').state === 'agreed'),
  );

  const second = await closed(await roundsOf(max), 'After two weeks');
  const two = await recordOf(erin, second);
  const changes = compareRounds(one.content, two.content).notes;
  say(
    `Max closed round 2 (${second.slice(0, 8)}): ${shareWords(two.content)}; ${changes.length} note changed since round 1.`,
  );

  for (const who of [erin, max]) {
    const record = await recordOf(who, second);
    if (!(await (await roundsOf(who)).signing.sign(record))) throw new Error(`${who.name} could not sign`);
  }
  for (const who of [erin, max]) {
    const { signing } = await roundsOf(who);
    await eventually(
      `${who.name} sees both signatures`,
      () => signing.signed.value.find(({ hash }) => hash === second)?.signatures.length === 2,
    );
  }
  say('Both signed round 2.');

  (await roundsOf(max)).plan({ start: '2050-12-02', minutes: 45 });
  await eventually('Erin sees the next date', () => sheetOf(erin).view.value?.content.next);
  await (await roundsOf(erin)).saveDate();
  say('Max set the next date, and Erin took it into her calendar.');
}
