/**
 * Apps as somebody else would write them for Miro, unchanged on the local board: small ones of our own, in the manner
 * of Miro's public examples (tests/fixtures/publicExamples.ts), each on an origin of its own.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickIconOf, dragOut, type ForeignWorld, startForeignWorld } from './setup/foreignWorld.ts';
import { noteWith } from './setup/steps.ts';

let world: ForeignWorld;
beforeAll(async () => {
  world = await startForeignWorld();
});
afterAll(() => world?.stop());

describe('an app from which things are dragged', () => {
  test('puts what was dragged where it was let go, for everybody', async () => {
    const erin = await world.join('Erin Example', { board: 'cards', apps: ['cards'] });
    const max = await world.join('Max Example', { board: 'cards', apps: ['cards'] });
    await clickIconOf(erin, 'cards');
    await dragOut(erin, (panel) => panel.getByTestId('risk'), { x: 1000, y: 500 });
    const note = noteWith(erin.page, 'Risk');
    await note.waitFor();
    const box = await note.boundingBox();
    if (!box) throw new Error('The note is not in sight.');
    expect([Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]).toEqual([1000, 500]);
    await noteWith(max.page, 'Risk').waitFor();
    await erin.context.close();
    await max.context.close();
  });
});

describe('an app that keeps a tally', () => {
  test('shows both people the same votes, who is there, and who waves', async () => {
    const apps = { board: 'tally', apps: ['tally'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    for (const person of [erin, max]) {
      await clickIconOf(person, 'tally');
      await expect
        .poll(() => person.panel.getByTestId('here').getByRole('listitem').allTextContents())
        .toEqual(['Erin Example', 'Max Example']);
    }
    await erin.panel.getByTestId('vote').click();
    await max.panel.getByTestId('votes').getByText('1').waitFor();
    await max.panel.getByTestId('vote').click();
    await erin.panel.getByTestId('votes').getByText('2').waitFor();

    await erin.panel.getByTestId('wave').click();
    await max.panel.getByText('Erin Example waves').waitFor();
    expect(await erin.panel.getByTestId('greetings').getByRole('listitem').count()).toBe(0);

    const late = await world.join('Vera Example', apps);
    await clickIconOf(late, 'tally');
    await late.panel.getByTestId('votes').getByText('2').waitFor();
    await late.panel.getByTestId('clear').click();
    await erin.panel.getByTestId('votes').getByText('0').waitFor();
    await max.context.close();
    await expect
      .poll(() => erin.panel.getByTestId('here').getByRole('listitem').allTextContents())
      .toEqual(['Erin Example', 'Vera Example']);
    for (const { context } of [erin, late]) await context.close();
  });
});
