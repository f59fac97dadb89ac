/** Taking the sheet away in a real browser: every format from the worker, a look before, and a frame that says no. */
import { readFileSync } from 'node:fs';
import type { Miro } from '@mirohq/websdk-types';
import JSZip from 'jszip';
import type { Download } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readPdf, textOf } from '../support/readPdf.ts';
import { closeModal, openPanel, rowWith } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const note = 'Decide by June which of our three feature stores stays';

let world: World;
let erin: Person;

beforeAll(async () => {
  world = await startWorld();
  erin = await world.join('Erin Engineer', { board: 'exporting' });
  await openPanel(erin);
  await drop(erin, 'Staff ML Engineer');
  await erin.panel.getByTestId('add-big-picture/technical-direction').click();
  await erin.panel.getByTestId('add-text').fill(note);
  await erin.panel.getByTestId('add-text').press('Enter');
  await rowWith(erin.panel, note).waitFor();
});
afterAll(() => world?.stop());

// A story that has gone wrong has no second half worth telling.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail';
});

async function drop({ panel }: Person, title: string): Promise<void> {
  await panel.getByTestId('start-title').fill(title);
  await panel.getByTestId('drop-sheet').click();
  await panel.getByTestId('column-execution').waitFor();
}

async function saves({ page }: Person, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download;
}
const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

test('one click saves what was chosen; every format has the note in it', async () => {
  await erin.panel.getByRole('tab', { name: 'Export' }).click();
  await erin.panel.getByTestId('export-options').locator('summary').click();
  for (const format of ['word', 'pdf', 'html', 'markdown', 'csv', 'json']) {
    await erin.panel.getByTestId(`export-format-${format}`).check();
    const file = await saves(erin, () => erin.panel.getByTestId('export-save').click());
    const bytes = await bytesOf(file);
    const text =
      format === 'word' ? await wordXml(bytes) : format === 'pdf' ? await pdfText(bytes) : `${bytes}`;
    expect([format, text?.includes(note)]).toEqual([format, true]);
  }
});

const wordXml = async (bytes: Buffer) =>
  (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string');
const pdfText = async (bytes: Buffer) => textOf(await readPdf(bytes));

test('a PDF is shown page by page before, and said not to be one where its typeface lacks a sign', async () => {
  const { panel, modal } = erin;
  await panel.getByTestId('export-format-pdf').check();
  await panel.getByTestId('export-look').click();
  const shown = modal.getByTestId('preview');
  await shown.getByText(note).first().waitFor();
  await shown
    .getByText(/^Page 1 of \d$/)
    .last()
    .waitFor();
  // It is set in the PDF's own letters.
  const faces = await shown.evaluate(async (element) => {
    await element.ownerDocument.fonts.ready;
    return [...element.ownerDocument.fonts].map(
      ({ family, weight, status }) => `${family} ${weight} ${status}`,
    );
  });
  expect(faces.map((face) => face.replaceAll('"', ''))).toEqual([
    'PDF pages 400 loaded',
    'PDF pages 600 loaded',
  ]);
  const [worker, file] = await Promise.all([
    erin.page.waitForEvent('worker'),
    saves(erin, () => modal.getByTestId('preview-save').click()),
  ]);
  expect(worker.url()).toMatch(/\/exportWorker-[^/]+\.js$/);
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  await closeModal(erin);

  await panel.getByRole('tab', { name: 'Write' }).click();
  await panel.getByTestId('add-big-picture/technical-direction').click();
  await panel.getByTestId('add-text').fill('Ask 山田 first');
  await panel.getByTestId('add-text').press('Enter');
  const row = rowWith(panel, 'Ask 山田 first');
  await row.waitFor();
  await panel.getByRole('tab', { name: 'Export' }).click();
  await panel.getByTestId('export-save').click();
  await panel.getByText('A PDF would lose').waitFor();
  const [tab] = await Promise.all([
    erin.context.waitForEvent('page'),
    panel.getByRole('button', { name: 'Open it' }).click(),
  ]);
  await tab.getByText('Ask 山田 first').first().waitFor();
  await tab.close();
  await panel.getByTestId('export-look').click();
  await modal.getByTestId('preview-why').waitFor();
  await modal.frameLocator('[data-testid="preview"]').getByText('Ask 山田 first').first().waitFor();
  await closeModal(erin);
  await panel.getByTestId('export-options').locator('summary').click();
});

test('what was chosen is chosen again after a reload, with two clicks to the file', async () => {
  await erin.panel.getByTestId('export-format-html').check();
  await erin.panel.getByTestId('export-variant-clean').check();
  await erin.page.reload();
  await openPanel(erin);
  await erin.panel.getByRole('tab', { name: 'Export' }).click();
  const file = await saves(erin, () => erin.panel.getByTestId('export-save').click());
  expect(file.suggestedFilename()).toMatch(/^staff-ml-engineer-draft-\d{4}-\d\d-\d\d\.html$/);
});

test('a look before shows the document, and saves it from there', async () => {
  await erin.panel.getByTestId('export-look').click();
  const shown = erin.modal.frameLocator('[data-testid="preview"]');
  await shown.getByText(note).first().waitFor();
  await shown.getByRole('heading', { name: 'Technical direction' }).waitFor();
  const file = await saves(erin, () => erin.modal.getByTestId('preview-save').click());
  expect((await bytesOf(file)).toString('utf8')).toContain(note);
  await closeModal(erin);
});

test('copied, it pastes as formatted text, and as Markdown where only text is taken', async () => {
  await erin.panel.getByTestId('export-copy').click();
  await erin.panel.getByText('Copied. Paste it').waitFor();
  const types = await erin.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) return {};
    const read = async (type: string) => [type, await (await item.getType(type)).text()] as const;
    return Object.fromEntries(await Promise.all(item.types.map(read)));
  });
  expect(types['text/html']).toContain('<h2>Execution</h2>');
  expect(types['text/plain']).toContain('## Execution');
});

test('the job description stands beside the sheet, asks about what was done by hand, and comes off again', async () => {
  const { panel, page } = erin;
  await panel.getByTestId('board-page-put').click();
  await panel.getByTestId('board-page-show').waitFor();
  // As if somebody had typed it there.
  await panel.locator('body').evaluate(async (_, was) => {
    const { miro } = window as unknown as { miro: Miro };
    const shapes = await miro.board.get({ type: 'shape' });
    const mine = shapes.find(({ content }) => content.includes(`• ${was}`));
    if (!mine) throw new Error('The text is not on the board.');
    mine.content = mine.content.replace(was, `${was}, by hand`);
    await mine.sync();
  }, note);
  await page.getByText(`• ${note}, by hand`).first().waitFor();
  await panel.getByTestId('board-page-put').click();
  await panel.getByTestId('board-page-asking').getByText('was reworded').waitFor();
  await panel.getByTestId('board-page-over').click();
  await panel.getByText('is up to date').waitFor();
  await page.getByText(`• ${note}`, { exact: true }).first().waitFor();
  await panel.getByTestId('board-page-take-away').click();
  await panel.getByText('is off the board').waitFor();
  expect(await page.getByText(`• ${note}`).count()).toBe(0);
});

test('several sheets come as one zip', async () => {
  // Another sheet, of the same person.
  const { panel } = erin;
  await panel.getByTestId('sheet-choice').selectOption({ label: 'Start another sheet…' });
  await drop(erin, 'Staff Data Engineer');
  await panel.getByRole('tab', { name: 'Export' }).click();
  await panel.getByTestId('export-several').locator('summary').click();
  const file = await saves(erin, () => panel.getByTestId('export-sheets').click());
  const zip = await JSZip.loadAsync(await bytesOf(file));
  expect(
    Object.keys(zip.files)
      .map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))
      .sort(),
  ).toEqual(['staff-data-engineer-draft-DAY.html', 'staff-ml-engineer-draft-DAY.html']);
});

test('where the frame may not copy, the document is there to be selected, and opens in a tab', async () => {
  const page = await erin.context.newPage();
  await page.goto(`${world.boardUrl}/board/exporting?user=Erin%20Engineer&clipboard=denied&downloads=denied`);
  const denied: Person = {
    ...erin,
    page,
    panel: page.frameLocator('[data-testid="panel"] iframe'),
    modal: page.frameLocator('[data-testid="modal"] iframe'),
  };
  await openPanel(denied);
  await denied.panel.getByRole('tab', { name: 'Export' }).click();
  await denied.panel.getByTestId('export-copy').click();
  const box = denied.panel.getByTestId('copy-by-hand');
  await box.waitFor();
  await denied.panel.getByTestId('select-all').click();
  const selected = await box
    .locator('iframe')
    .evaluate((frame: HTMLIFrameElement) => frame.contentDocument?.getSelection()?.toString() ?? '');
  expect(selected).toContain('What I need from my manager');
  const [tab] = await Promise.all([
    denied.context.waitForEvent('page'),
    denied.panel.getByTestId('open-tab').click(),
  ]);
  await tab.getByRole('heading', { name: 'What I need from my manager' }).waitFor();
  // Nothing was downloaded, so the notice's way is taken.
  await denied.panel.getByTestId('export-save').click();
  const [file] = await Promise.all([
    denied.context.waitForEvent('page'),
    denied.panel.getByRole('button', { name: 'Open it' }).click(),
  ]);
  await file.getByRole('heading', { name: 'What I need from my manager' }).waitFor();
});
