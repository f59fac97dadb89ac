/**
 * The first story, told from the outside: an engineer and their manager, each in a browser of their own, go from an
 * empty board to a Word document. The steps are in the order in which people take them; each leans on the one before.
 */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addSticky, closeModal, noteWith, openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

/**
 * What the addresses of both windows say: far away, and the harsher reading of everything. On a board as it usually is
 * wholeStory.test.ts plays; under every other reading the models do, in tests/simulation/readings.test.ts.
 */
const harsh = 'latency=120&jitter=80&childmove=refused&adopt=no&storedelay=2000';

describe('on a board that takes the harsher reading of everything an engineer and their manager agree on a role', () => {
  let world: World;
  let erin: Person;
  let max: Person;

  beforeAll(async () => {
    world = await startWorld();
    erin = await world.join('Erin Engineer', { query: harsh });
    max = await world.join('Max Manager', { query: `${harsh}&budget=board` });
  });
  afterAll(() => world?.stop());

  // A story that has gone wrong has no second half worth telling.
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
  afterEach(({ task }) => {
    broken ||= task.result?.state === 'fail';
  });

  test('the icon opens the panel, which offers to start a sheet', async () => {
    await openPanel(erin);
    await erin.panel.getByTestId('drop-sheet').waitFor();
  });

  test('a sheet called off half-way is taken back, and the panel says so', async () => {
    await erin.panel.getByTestId('drop-sheet').click();
    await erin.panel.getByTestId('drop-cancel').click();
    await erin.panel.getByText('Everything was taken back.').waitFor();
    expect(await stickiesOf(erin.page).count()).toBe(0);
  });

  test('one click drops the sheet, and the other window sees it', async () => {
    await erin.panel.getByTestId('start-title').fill('Staff ML Engineer');
    await erin.panel.getByTestId('start-team').fill('Credit limits');
    await erin.panel.getByTestId('start-reviewers').fill('Max Manager');
    await erin.panel.getByTestId('drop-sheet').click();
    await erin.panel.getByTestId('column-execution').waitFor();
    await erin.page.getByTestId('board-canvas').getByText('Staff ML Engineer').first().waitFor();
    await max.page.getByTestId('zoom-fit').click();
    await max.page.getByTestId('board-canvas').getByText('Staff ML Engineer').first().waitFor();
  });

  test('notes written in the panel and on the board stand in the outline where they lie', async () => {
    const lane = 'big-picture/technical-direction';
    await erin.panel.getByTestId(`add-${lane}`).click();
    await erin.panel.getByTestId('add-text').fill('Decide by June which of our three feature stores stays');
    await erin.panel.getByTestId('add-text').press('Enter');
    await erin.panel.getByTestId(`lane-${lane}`).getByText('Decide by June').waitFor();

    await addSticky(erin, 'Pair with each of the four new hires on one design a month', {
      near: 'leveling-up/mentorship-and-sponsorship',
    });
    await erin.panel
      .getByTestId('lane-leveling-up/mentorship-and-sponsorship')
      .getByText('Pair with each')
      .waitFor();
  });

  test('the manager says who they are; the claim counts once the engineer confirms it', async () => {
    await openPanel(max);
    await max.panel.getByTestId('role-manager').click();
    await max.panel.getByTestId('lane-big-picture/technical-direction').waitFor();
    await erin.panel.getByText('Max Manager says they are the manager here.').waitFor();
    await max.panel.getByRole('tab', { name: 'Compare' }).click();
    await max.panel.getByTestId('no-manager').waitFor();
    await erin.panel.getByTestId('next').getByRole('button').click();
    await max.panel.getByTestId('no-manager').waitFor({ state: 'detached' });
    await max.panel.getByRole('tab', { name: 'Write' }).click();
  });

  test('both take a stance, and each sees the other’s arrive', async () => {
    await rowWith(max.panel, 'Decide by June').click();
    await max.panel.getByTestId('stance-agree-if').click();
    await max.panel.getByTestId('stance-reason').fill('with the platform team');
    await rowWith(erin.panel, 'Decide by June').click();
    await erin.panel.getByText('with the platform team').waitFor();
    await erin.panel.getByTestId('note-card').getByText('Change proposed').waitFor();
    await erin.panel.getByTestId('stance-agree').click();
    await max.panel.getByTestId('note-card').getByText('Erin Engineer · Engineer').waitFor();
  });

  test('a remark is answered, and a suggested wording goes to the sticky with one click and back with another', async () => {
    await max.panel.getByTestId('add-remark').click();
    await max.panel.getByTestId('remark-text').fill('Who else has a say in this?');
    await max.panel.getByRole('button', { name: 'Add remark' }).click();
    await erin.panel.getByText('Who else has a say in this?').waitFor();
    await erin.panel.getByTestId('answer').click();
    await erin.panel.getByTestId('answer-text').fill('The two platform leads');
    await erin.panel.getByRole('button', { name: 'Answer', exact: true }).click();
    await max.panel.getByText('The two platform leads').waitFor();

    const proposed = 'Decide by June, with the platform team, which of our three feature stores stays';
    await max.panel.getByTestId('add-suggestion').click();
    await max.panel.getByTestId('suggestion-text').fill(proposed);
    await max.panel.getByRole('button', { name: 'Suggest', exact: true }).click();
    await erin.panel.getByTestId('apply').click();
    await noteWith(max.page, 'with the platform team').waitFor();
    await erin.panel.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
    await noteWith(max.page, 'with the platform team').waitFor({ state: 'detached' });
    await erin.panel.getByTestId('apply').click();
    await noteWith(max.page, 'with the platform team').waitFor();
  });

  test('an edited note is open again for those who had a view, until both agree to the new words', async () => {
    await max.panel.getByTestId('note-card').getByText('before the wording changed').waitFor();
    await max.panel.getByTestId('stance-agree').click();
    await erin.panel.getByTestId('stance-agree').click();
    await erin.panel.getByTestId('note-card').getByText('Agreed').waitFor();
    await max.panel.getByTestId('note-card').getByText('Agreed').waitFor();
  });

  test('compare shows how much is agreed and what to talk about', async () => {
    await max.panel.getByTestId('card-back').click();
    await max.panel.getByRole('tab', { name: 'Compare' }).click();
    await max.panel.getByText('1 of 2 agreed').first().waitFor();
    expect(await max.panel.getByTestId('gap').count()).toBe(1);
    await max.panel.getByTestId('open-wide').click();
    await max.modal.getByText('Both sides, note by note').waitFor();
    await closeModal(max);
  });

  test('selecting a sticky on the board opens its card', async () => {
    await max.panel.getByRole('tab', { name: 'Write' }).click();
    // Opening a note took the board there; back to where all can be seen.
    await max.page.getByTestId('zoom-fit').click();
    await noteWith(max.page, 'Pair with each').click();
    await max.panel.getByTestId('note-card').getByText('Pair with each').waitFor();
  });

  test('state tags come and go with a switch', async () => {
    await max.panel.getByTestId('card-back').click();
    await max.panel.getByTestId('tags-switch').check();
    await noteWith(erin.page, 'Decide by June').getByText('RW · agreed').waitFor();
    await max.panel.getByTestId('tags-switch').uncheck();
    await noteWith(erin.page, 'Decide by June').getByText('RW · agreed').waitFor({ state: 'detached' });
  });

  test('the Word document and the Markdown say what both said', async () => {
    await erin.panel.getByTestId('card-back').click();
    await erin.panel.getByRole('tab', { name: 'Export' }).click();
    const [word] = await Promise.all([
      erin.page.waitForEvent('download'),
      erin.panel.getByTestId('export-save').click(),
    ]);
    expect(word.suggestedFilename()).toMatch(
      /^staff-ml-engineer-credit-limits-draft-annotated-\d{4}-\d\d-\d\d\.docx$/,
    );
    const zip = await JSZip.loadAsync(readFileSync(await word.path()));
    const xml = await zip.file('word/document.xml')?.async('string');
    expect(xml).toContain('which of our three feature stores stays');
    const comments = await zip.file('word/comments.xml')?.async('string');
    expect(comments).toContain('Who else has a say in this?');

    await erin.panel.getByTestId('export-options').locator('summary').click();
    await erin.panel.getByTestId('copy-markdown').click();
    await erin.panel.getByText('Copied as Markdown').waitFor();
    const copied = await erin.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('# Staff ML Engineer');
    expect(copied).toContain('The two platform leads');
  });

  test('asking for a view copies a message with a link that leads to the sheet', async () => {
    await erin.panel.getByRole('tab', { name: 'Talk' }).click();
    await erin.panel.getByTestId('ask-for-view').click();
    await erin.panel.getByText('The message is copied').waitFor();
    const message = await erin.page.evaluate(() => navigator.clipboard.readText());
    expect(message).toContain('Staff ML Engineer in Credit limits');
    expect(message).toMatch(/\/app\/board\/story\/\?moveToWidget=\d+/);
  });

  test('a reload, a second tab and a restarted board find everything again', async () => {
    await erin.panel.getByText('Saved on this board').waitFor();
    await max.panel.getByText('Saved on this board').waitFor();
    await world.restart();
    await erin.page.reload();
    await openPanel(erin);
    await rowWith(erin.panel, 'Decide by June').waitFor();
    const secondTab = await world.join('Erin Engineer', { context: erin.context });
    await openPanel(secondTab);
    await rowWith(secondTab.panel, 'Decide by June').click();
    await secondTab.panel.getByText('The two platform leads').waitFor();
  });

  test('somebody who comes tomorrow with an empty browser reads it all from the board', async () => {
    await erin.context.close();
    await max.context.close();
    const peer = await world.join('Pat Peer');
    await openPanel(peer);
    await peer.panel.getByTestId('role-peer').click();
    await rowWith(peer.panel, 'Decide by June').click();
    await peer.panel.getByTestId('note-card').getByText('Agreed').waitFor();
    await peer.panel.getByText('The two platform leads').waitFor();
  });
});
