/** Both write notes that nobody else sees; then both are done, and what they wrote goes to the board. */
import { noteKey } from '../../../src/annotations/noteDrafts/placements.ts';
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import type { LaneId } from '../../../src/workshop/ids.ts';
import { eventually } from '../eventually.ts';
import { demoNotes, managerNotes } from '../notes.ts';
import { idOf, type Pair, sheetOf, viewOf } from '../pair.ts';
import type { Secrets } from '../secrets.ts';
import type { Somebody } from '../somebody.ts';

const draftsOf = (person: Somebody) => sheetOf(person).loaded(noteDraftsPart);

export async function writeUnseen({ erin, max, say }: Pair, secrets: Secrets): Promise<void> {
  for (const [who, notes] of [
    [erin, demoNotes],
    [max, managerNotes],
  ] as const) {
    const drafts = await draftsOf(who);
    await eventually(`${who.name} writes unseen`, () => drafts.stage.value === 'drafting');
    secrets.keep(
      who,
      notes.map(({ text }) => text),
    );
    for (const { lane, text } of notes) drafts.write(lane as LaneId, text);
  }
  say(
    `Erin wrote ${demoNotes.length} notes and Max ${managerNotes.length}, each in their own browser; the board has none.`,
  );
}

export async function reveal({ erin, max, say }: Pair, secrets: Secrets): Promise<void> {
  for (const who of [erin, max]) {
    await who.workshop.flush();
    secrets.done(who);
    (await draftsOf(who)).done();
  }
  const [hers, his] = [await draftsOf(erin), await draftsOf(max)];
  const all = demoNotes.length + managerNotes.length;
  for (const drafts of [hers, his])
    await eventually('both see all notes', () => {
      const { alike, alone } = drafts.revealed.value.comparison;
      return alike.reduce((sum, { notes }) => sum + notes.length, alone.length) === all;
    });
  const { alike, alone } = hers.revealed.value.comparison;
  say(`Both were done: ${alike.length} pair says much the same, ${alone.length} notes stand alone.`);

  const [pair] = alike;
  // The engineer's words stay on the sticky; the manager's are kept beside them.
  const kept = pair?.notes.find(({ user }) => user === idOf(erin));
  if (pair && kept) hers.choose(pair.notes, { kind: 'one', note: noteKey(kept) });
  await hers.place(false);
  const expected = all - (pair ? 1 : 0);
  for (const who of [erin, max])
    await eventually(`${who.name} sees ${expected} notes`, () => viewOf(who).total === expected);
  say(`Erin kept one wording of the pair and put ${expected} notes on the board with one click.`);
}
