/** A sheet is dropped, Max is let in, both say where the role stands and, unseen by each other, why it is needed now. */
import { placePart } from '../../../src/app/models/place/placePart.ts';
import { waitsOf } from '../../../src/app/models/talk/whatWaits.ts';
import { whyNowPart } from '../../../src/app/models/whyNow/part.ts';
import { eventually } from '../eventually.ts';
import { handsOf, idOf, type Pair, sheetOf, viewOf } from '../pair.ts';
import type { Secrets } from '../secrets.ts';

export async function drop({ erin, say }: Pair): Promise<void> {
  const before = erin.meter.usage();
  await erin.workshop.drop.place({
    ...erin.workshop.drop.defaults(),
    title: 'Staff Machine Learning Engineer',
    team: 'Credit limits',
    level: 'Staff',
    reviewers: 'Max Manager',
    writing: 'panel',
  });
  const after = erin.meter.usage();
  const items = erin.board.client.contents.get().items.size;
  say(
    `Erin dropped a sheet: ${items} items, ${viewOf(erin).columns.length} columns, ${after.calls - before.calls} calls, ${after.credits - before.credits} credits.`,
  );
}

export async function letIn({ erin, max, say }: Pair): Promise<void> {
  await eventually('Max sees the sheet', () => max.workshop.sheet.value !== null);
  (await handsOf(max)).claim('manager');
  await eventually('Erin sees the claim', () => waitsOf(viewOf(erin)).some(({ kind }) => kind === 'claim'));
  (await handsOf(erin)).confirm(idOf(max), 'manager');
  await eventually('Max is confirmed', () => viewOf(max).me.confirmed);
  say('Max joined, said he is the manager, and Erin confirmed it.');
}

export async function place({ erin, max, say }: Pair): Promise<void> {
  const hers = await sheetOf(erin).loaded(placePart);
  const levels = hers.ladder.value.ladder.levels;
  const called = (title: string) => levels.find((level) => level.title === title)?.id ?? null;
  hers.mark('now', called('Senior'));
  hers.mark('role', called('Staff'));
  const his = await sheetOf(max).loaded(placePart);
  await eventually('Max sees where the role stands', () => his.standing.value.mode);
  say(`Erin is at Senior and the role at Staff: she describes her ${his.standing.value.mode}.`);
}

export async function whyNow({ erin, max, say }: Pair, secrets: Secrets): Promise<void> {
  const answers = [
    {
      who: erin,
      situation: 'caged',
      horizon: 'years',
      sign: 'The next limit model ships without touching the old feature store',
    },
    {
      who: max,
      situation: 'vital',
      horizon: 'quarters',
      sign: 'A quarter without a limit that nobody can explain',
    },
  ] as const;
  for (const { who, sign, situation, horizon } of answers) {
    secrets.keep(who, [sign]);
    (await sheetOf(who).loaded(whyNowPart)).choose({ situation, horizon, sign });
  }
  for (const { who } of answers) {
    // Whatever would leave the browser has left it by then.
    await who.workshop.flush();
    secrets.done(who);
    if (!(await sheetOf(who).loaded(whyNowPart)).done())
      throw new Error(`${who.name} could not answer why the role is needed now`);
  }
  const his = await sheetOf(max).loaded(whyNowPart);
  const hers = await sheetOf(erin).loaded(whyNowPart);
  await eventually('both see both answers', () =>
    [his, hers].every((part) => part.state.value?.stage === 'shown'),
  );
  const heads = hers.topics.value.length > 0 ? 'which heads the agenda' : 'alike';
  say(`Each said unseen why the role is needed now; shown, they differ, ${heads}.`);
}
