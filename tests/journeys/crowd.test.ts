/**
 * Twelve people, each in a browser of their own, on a board where all of them share one budget that is far too small
 * for what they say at the same time. It gets slower; no word is lost, and nothing is shown as a failure.
 */
import type { Frame } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { systemClock } from '../../src/base/systemClock.ts';
import { addSticky, openPanel, rowWith, turn } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const count = 12;
const note = 'Cut the nightly job to two hours';
const remarksEach = 2;
/** A budget that is used up renews at the next full minute, on a machine that does other things, too. */
const patience = { timeout: 150_000 };
/** So that nobody waits long for a used up budget, the board's minute lasts ten seconds. */
const haste = 6;
const began = Date.now();
const hasty: Clock = { ...systemClock, now: () => began + (Date.now() - began) * haste };
/** Credits for such a minute, while all speak: forty calls. */
const little = 2_000;

const slowly = 'Saved here, syncing slowly';
/** All that a panel may say of people's words meanwhile; none of it is a failure. */
const asItShould = ['Saving…', 'Saved here, sending to the board…', slowly, 'Saved on this board'];

let world: World;
const people: Person[] = [];

const nameOf = (index: number): string => (index === 0 ? 'Erin Engineer' : `Peer ${index} Example`);
const reasonOf = (index: number): string => `view of number ${index}`;
const remarkOf = (index: number, turn: number): string => `remark ${turn} of number ${index}`;
const everything = Array.from({ length: count }, (_, index) => [
  reasonOf(index),
  ...Array.from({ length: remarksEach }, (_unused, turn) => remarkOf(index, turn)),
]).flat();

function panelFrame({ page }: Person): Frame {
  const frame = page.frames().find((one) => one.url().includes('/panel'));
  if (!frame) throw new Error(`No panel among ${page.frames().map((one) => one.url())}`);
  return frame;
}

/** From now on every text of the status line, and every warning, is written down in the panel. */
async function watchPanel(person: Person): Promise<void> {
  await panelFrame(person).evaluate(() => {
    const shown = new Set<string>();
    Object.assign(globalThis, { shown });
    const look = (): void => {
      for (const element of document.querySelectorAll('.status, .notice-warn, [data-testid="sync-problem"]'))
        shown.add((element.textContent ?? '').split(' · ')[0] ?? '');
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    look();
  });
}

const shownIn = (person: Person): Promise<string[]> =>
  panelFrame(person).evaluate(() => [...(globalThis as unknown as { shown: Set<string> }).shown]);

async function openNote(person: Person): Promise<void> {
  await rowWith(person.panel, note).click(patience);
  await person.panel.getByTestId('note-card').waitFor(patience);
}

async function come(index: number): Promise<Person> {
  const person = await world.join(nameOf(index), { window: 'small' });
  await openPanel(person);
  await person.panel.getByTestId('role-peer').click(patience);
  await openNote(person);
  return person;
}

async function speak({ panel }: Person, index: number): Promise<void> {
  await panel.getByTestId('stance-agree').click(patience);
  await panel.getByTestId('stance-reason').pressSequentially(reasonOf(index), { delay: 20 });
  for (let turn = 0; turn < remarksEach; turn += 1) {
    await panel.getByTestId('add-remark').click(patience);
    await panel.getByTestId('remark-text').fill(remarkOf(index, turn));
    await panel.getByRole('button', { name: 'Add remark' }).click(patience);
  }
}

/** Every word that was said, as the note's card shows it. One's own reason lies in its field. */
async function seesEverything({ panel }: Person, own?: number): Promise<void> {
  const card = panel.getByTestId('note-card');
  for (const words of everything.filter((one) => own === undefined || one !== reasonOf(own)))
    await card
      .getByText(words)
      .first()
      .waitFor({ ...patience, state: 'attached' });
}

beforeAll(async () => {
  world = await startWorld({ clock: hasty, switches: { budget: 'board' } });
  const erin = await world.join(nameOf(0));
  await openPanel(erin);
  await erin.panel.getByTestId('drop-sheet').click();
  await erin.panel.getByTestId('column-execution').waitFor(patience);
  await addSticky(erin, note, { near: 'big-picture/technical-direction' });
  await openNote(erin);
  people.push(erin);
});
afterAll(() => world?.stop());

test('twelve people on one small budget: it gets slower, and every word reaches everybody', async () => {
  for (let index = 1; index < count; index += 1) people.push(await come(index));
  await Promise.all(people.map((person) => turn(person, 'minute', String(little))));
  await Promise.all(people.map(watchPanel));
  await Promise.all(people.map(speak));
  await Promise.all(people.map(seesEverything));
  for (const { panel } of people)
    await panel.getByTestId('status').getByText('Saved on this board').waitFor(patience);

  const shown = (await Promise.all(people.map(shownIn))).flat();
  expect(shown).toContain(slowly);
  expect(shown.filter((words) => !asItShould.includes(words))).toEqual([]);
}, 400_000);

test('who comes when all have left sees every word', async () => {
  await Promise.all(people.map(({ context }) => context.close()));
  const newcomer = await world.join('Pia Newcomer', { window: 'small' });
  await openPanel(newcomer);
  await newcomer.panel.getByTestId('role-peer').click(patience);
  await openNote(newcomer);
  await seesEverything(newcomer);
}, 200_000);
