/**
 * `npm run screenshots`: builds, lets two made-up people tell the story in two browsers on a board of their own, and
 * writes the pictures of the README to docs/images. The last one is the Word document as LibreOffice lays it out.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPanel, rowWith } from '../tests/journeys/setup/steps.ts';
import { type Person, startWorld } from '../tests/journeys/setup/world.ts';
import { demoNotes } from './demo/notes.ts';
import { firstPages } from './screenshots/firstPages.ts';
import { pagesPicture, picture } from './screenshots/pictures.ts';
import { sessionPictures } from './screenshots/session.ts';

const images = 'docs/images';

async function dropSheet(erin: Person): Promise<void> {
  const { panel } = erin;
  await panel.getByTestId('start-title').fill('Staff ML Engineer');
  await panel.getByTestId('start-team').fill('Credit limits');
  await panel.getByTestId('start-level').fill('Staff');
  await panel.getByTestId('start-reviewers').fill('Max Manager');
  await panel.getByTestId('drop-sheet').click();
  await panel.getByTestId('column-execution').waitFor();
}

async function write({ panel }: Person): Promise<void> {
  for (const { lane, text } of demoNotes) {
    await panel.getByTestId(`add-${lane}`).click();
    await panel.getByTestId('add-text').fill(text);
    await panel.getByTestId('add-text').press('Enter');
    await rowWith(panel, text).waitFor();
  }
}

async function takeStances({ panel }: Person): Promise<void> {
  for (const { text, manager, reason } of demoNotes) {
    await rowWith(panel, text).click();
    await panel.getByTestId(`stance-${manager}`).click();
    if (reason) await panel.getByTestId('stance-reason').fill(reason);
    await panel.getByTestId('card-back').click();
  }
}

async function talkAbout(words: string, erin: Person, max: Person): Promise<void> {
  await rowWith(max.panel, words).click();
  await max.panel.getByTestId('add-remark').click();
  await max.panel.getByTestId('remark-text').fill('What would make us stop the test?');
  await max.panel.getByRole('button', { name: 'Add remark' }).click();
  await max.panel.getByTestId('add-suggestion').click();
  await max.panel
    .getByTestId('suggestion-text')
    .fill('Try unbiased limit tests on 1 % of new customers before autumn, with the research group');
  await max.panel.getByRole('button', { name: 'Suggest', exact: true }).click();
  await rowWith(erin.panel, words).click();
  await erin.panel.getByTestId('stance-reason').fill('our models only see limits we chose');
  await erin.panel.getByTestId('answer').first().click();
  await erin.panel.getByTestId('answer-text').fill('Losses above a budget that risk agrees to');
  await erin.panel.locator('form').getByRole('button', { name: 'Answer' }).click();
  await erin.panel.getByText('Losses above a budget').waitFor();
}

/** A round is closed, two notes change, and both wordings stand beside each other in the wide view. */
async function changeSomething(erin: Person, max: Person): Promise<void> {
  await max.panel.getByTestId('round-close').click();
  await max.panel.getByTestId('round-note').fill('After our first talk');
  await max.panel.getByTestId('round-close-yes').click();
  await max.panel.getByTestId('rounds-back').click();
  await erin.panel.getByRole('tab', { name: 'Write' }).click();
  for (const [before, after] of [
    [
      'Try unbiased limit tests',
      'Try unbiased limit tests on 1 % of new customers before autumn, with the research group',
    ],
    ['Decide by June', 'Decide by May, with the platform team, which of our three feature stores stays'],
  ] as const) {
    await rowWith(erin.panel, before).click();
    await erin.panel.getByTestId('edit-note').click();
    await erin.panel.getByTestId('edit-text').fill(after);
    await erin.panel.getByTestId('edit-text').press('Control+Enter');
    await erin.panel.getByTestId('note-card').getByText(after).first().waitFor();
    await erin.panel.getByTestId('stance-agree').click();
    await erin.panel.getByTestId('card-back').click();
  }
  await max.panel.getByTestId('since').getByText('2 reworded').waitFor();
  await max.panel.getByTestId('rounds-compare').click();
  await max.panel.getByTestId('changes-wide').click();
  await max.modal.getByText('Before', { exact: true }).first().waitFor();
}

async function main(): Promise<void> {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  mkdirSync(images, { recursive: true });
  const world = await startWorld();
  try {
    const erin = await world.join('Erin Engineer', { board: 'credit-limits' });
    const max = await world.join('Max Manager', { board: 'credit-limits' });
    await openPanel(erin);
    await dropSheet(erin);
    await erin.page.getByTestId('zoom-fit').click();
    await picture(erin, join(images, 'drop.png'));

    await write(erin);
    await openPanel(max);
    await max.panel.getByTestId('role-manager').click();
    await erin.panel.getByTestId('next').getByRole('button', { name: "That's right" }).click();
    await erin.panel.getByRole('tab', { name: 'Talk' }).click();
    await erin.panel.getByTestId('stand-behind-all').click();
    await erin.panel.getByRole('tab', { name: 'Write' }).click();
    await takeStances(max);
    await talkAbout('Try unbiased limit tests', erin, max);
    // From far away, so that the board goes to the note rather than finding it in sight already.
    await erin.page.getByTestId('zoom-fit').click();
    await erin.panel.getByTestId('go-to-note').click();
    await erin.page.mouse.move(1000, 40);
    await picture(erin, join(images, 'annotate.png'));

    await max.panel.getByTestId('card-back').click();
    await max.panel.getByRole('tab', { name: 'Compare' }).click();
    await max.page.getByTestId('zoom-fit').click();
    await max.panel.getByTestId('open-wide').click();
    await max.modal.getByTestId('gap').first().waitFor();
    await picture(max, join(images, 'compare.png'));
    await max.page.keyboard.press('Escape');

    await erin.panel.getByTestId('card-back').click();
    await changeSomething(erin, max);
    await picture(max, join(images, 'changes.png'));
    await max.page.keyboard.press('Escape');
    await erin.panel.getByRole('tab', { name: 'Export' }).click();
    const [download] = await Promise.all([
      erin.page.waitForEvent('download'),
      erin.panel.getByTestId('export-save').click(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'rolewright-pictures-'));
    try {
      const file = join(folder, 'sheet.docx');
      await download.saveAs(file);
      const pages = firstPages(file, 2, folder);
      if (pages) await pagesPicture(erin, pages, join(images, 'export.png'));
      else
        console.log('export.png was left as it is: it takes soffice (LibreOffice) and pdftoppm (Poppler).');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await sessionPictures(world, images);
    console.log(`The pictures are in ${images}.`);
  } finally {
    await world.stop();
  }
}

main().catch((error: unknown) => {
  console.error(`No pictures: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
