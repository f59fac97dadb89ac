/** Deleting in the panel: what is asked, what the keyboard does, and what is shown afterwards. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawn, erinsPanel, sheetOf, until, viewOf } from './onScreen.tsx';

async function atTheEnd() {
  const panel = await erinsPanel(['Decide which feature store stays']);
  const { erin, screen, there } = panel;
  const [note] = viewOf(erin).notes.keys();
  if (note) sheetOf(erin).takeStance(note, 'disagree', 'something I regret');
  await there.clock.advance(0);
  erin.workshop.show('export');
  await until(() => screen.all('leave-my-words').length === 1);
  return panel;
}

test('asks first, with the safe answer in focus, and says what goes and what stays', async () => {
  const { erin, screen } = await atTheEnd();
  screen.find('leave-my-words').click();
  await until(() => document.activeElement === screen.all('leaving-keep')[0]);
  const words = screen.find('leaving-question').textContent ?? '';
  for (const said of ['can’t be undone', 'notes on the board', 'exported']) expect(words).toContain(said);
  await userEvent.keyboard('{Escape}');
  await until(() => screen.all('leaving-question').length === 0);
  expect([...viewOf(erin).notes.values()].map(({ mine }) => mine?.reason)).toEqual(['something I regret']);
});

test('deletes one’s words after a yes, and says that it did', async () => {
  const { erin, screen, there } = await atTheEnd();
  screen.find('leave-my-words').click();
  await until(() => screen.all('leaving-yes').length === 1);
  screen.find('leaving-yes').click();
  await drawn();
  await there.clock.advance(0);
  await until(() => screen.root.textContent?.includes('What you said in this sheet is deleted.') === true);
  expect([...viewOf(erin).notes.values()].map(({ mine }) => mine)).toEqual([null]);
});

test('a deleted sheet makes room for a new one', async () => {
  const { screen, there } = await atTheEnd();
  screen.find('leave-the-sheet').click();
  await until(() => screen.all('leaving-yes').length === 1);
  screen.find('leaving-yes').click();
  await drawn();
  await there.clock.advance(1_000);
  await until(() => screen.all('drop-sheet').length === 1);
});

test('after this browser’s copies are gone the panel says how to go on', async () => {
  const { screen, there } = await atTheEnd();
  screen.find('leave-this-browser').click();
  await until(() => screen.all('leaving-yes').length === 1);
  screen.find('leaving-yes').click();
  await there.clock.advance(0);
  await until(() => screen.all('left').length === 1);
  expect(screen.find('left').textContent).toContain('reload the board');
});
