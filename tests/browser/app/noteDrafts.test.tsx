/** Writing notes unseen in the panel: what the keyboard does, what is said, and that nothing goes to the board by it. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import { Panel } from '../../../src/app/views/panel.tsx';
import { gathering } from '../../support/people.ts';
import { direction, done, drawn, erinsPanel, sheetOf, show, until } from './onScreen.tsx';

async function writingUnseen() {
  const there = gathering();
  const erin = await there.come('Erin Example');
  await done(there, erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), writing: 'panel' }));
  const screen = show(<Panel workshop={erin.workshop} />);
  await until(() => screen.all(`add-draft-${direction}`).length === 1);
  const notes = () => {
    const opened = sheetOf(erin).part(noteDraftsPart).value;
    if (!opened) throw new Error('Its code is not loaded yet');
    return opened;
  };
  const write = async (text: string) => {
    screen.find(`add-draft-${direction}`).focus();
    await userEvent.keyboard('{Enter}');
    await until(() => document.activeElement === screen.all('add-draft-text')[0]);
    await userEvent.keyboard(`${text}{Enter}`);
    await until(() => screen.all('add-draft-text').length === 0);
  };
  const rows = () => screen.all('draft-row').map((row) => row.querySelector('.note-words')?.textContent);
  return { there, erin, screen, notes, write, rows };
}

test('a note is written by keyboard, stays off the board, and is said to be only here', async () => {
  const { there, screen, write, rows } = await writingUnseen();
  const before = there.board.calls.length;
  await write('First of all');
  expect(rows()).toEqual(['First of all']);
  expect(screen.find('draft-row').textContent).toContain('only here');
  expect(screen.find('draft-banner').textContent).toContain('stay in this browser');
  expect(there.board.calls.slice(before)).toEqual([]);
  expect(screen.all(`add-${direction}`)).toEqual([]);
  expect(document.activeElement).toBe(screen.find(`add-draft-${direction}`));
});

test('Alt with the arrows moves a note in its lane, and the focus goes with it', async () => {
  const { screen, write, rows } = await writingUnseen();
  for (const text of ['one', 'two', 'three']) await write(text);
  screen.all('draft-row')[2]?.focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await until(() => rows().join() === 'three,one,two');
  await until(() => document.activeElement?.textContent?.includes('three') === true);
});

test('a note is reworded, moved to another lane and deleted, which can be undone', async () => {
  const { erin, screen, write, rows, notes } = await writingUnseen();
  await write('Words');
  screen.find('draft-row').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => document.activeElement === screen.all('draft-text')[0]);
  await userEvent.keyboard(', said better{Enter}');
  await until(() => rows()[0] === 'Words, said better');
  screen.find('draft-row').click();
  await until(() => screen.all('draft-lane').length === 1);
  await userEvent.selectOptions(screen.find('draft-lane'), 'execution/exploration');
  await until(() => notes().mine.value[0]?.lane === 'execution/exploration');
  screen.find('draft-row').click();
  await until(() => screen.all('draft-delete').length === 1);
  screen.find('draft-delete').click();
  await until(() => rows().length === 0);
  erin.workshop.notice.value?.action?.run();
  await until(() => rows()[0] === 'Words, said better');
});

test('the screen says what is only here, saves it, refuses a strange file, and goes on alone', async () => {
  const { there, erin, screen, write } = await writingUnseen();
  await write('Decide which feature store stays');
  screen.find('drafts-done-here').click();
  await until(() => screen.all('drafts-save').length === 1);
  screen.find('drafts-save').click();
  expect(erin.files.map(({ name }) => name)).toEqual([expect.stringMatching(/\.notes\.json$/)]);
  const chooser = screen.find('drafts-file') as HTMLInputElement;
  await userEvent.upload(chooser, new File(['Dear diary'], 'diary.json'));
  await until(() => screen.all('drafts-file-answer').length === 1);
  expect(screen.find('drafts-file-answer').textContent).toContain('not a file of notes');
  screen.find('drafts-alone').click();
  await until(() => screen.all('place-notes').length === 1);
  expect(screen.find('place-notes').textContent).toBe('Put 1 note on the board');
  screen.find('place-notes').click();
  for (let i = 0; i < 150 && screen.all('all-placed').length === 0; i += 1) {
    await there.clock.advance(100);
    await drawn();
  }
  expect(screen.all('all-placed')).toHaveLength(1);
  const stickies = [...there.board.items.values()].filter(({ kind }) => kind === 'sticky');
  expect(stickies.map(({ text }) => text)).toEqual(['Decide which feature store stays']);
});

test('deleting this browser’s copies warns that a draft is nowhere else', async () => {
  const { erin, screen, write } = await writingUnseen();
  await write('Nowhere else');
  erin.workshop.show('export');
  await until(() => screen.all('leave-this-browser').length === 1);
  screen.find('leave-this-browser').click();
  await until(() => screen.all('leaving-question').length === 1);
  expect(screen.find('leaving-question').textContent).toContain('only in this browser');
});

test('on a sheet in the open nothing is different', async () => {
  const { screen } = await erinsPanel(['First note']);
  expect([screen.all('draft-banner').length, screen.all(`add-${direction}`).length]).toEqual([0, 1]);
});
