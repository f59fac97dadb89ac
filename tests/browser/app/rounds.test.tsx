/** Rounds in the panel: closing one, looking at it, what changed, and where the focus is meanwhile. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { planNext } from '../../../src/annotations/sheetOperations.ts';
import { vaults } from '../../support/vaults.ts';
import { done, drawn, erinsPanel, sheetOf, until, viewOf } from './onScreen.tsx';

const first = 'Decide which of our three feature stores stays';

type Options = Parameters<typeof erinsPanel>[1];

async function inCompare(options?: Options) {
  const panel = await erinsPanel([first, 'Pair with each of the new hires once a month'], options);
  const { erin, screen, there } = panel;
  sheetOf(erin).standBehind([...viewOf(erin).notes.keys()]);
  await there.clock.advance(0);
  erin.workshop.show('compare');
  await until(() => screen.all('round-close').length === 1);
  return panel;
}

async function withRound(options?: Options) {
  const panel = await inCompare(options);
  const { screen } = panel;
  screen.find('round-close').click();
  await until(() => screen.all('round-close-yes').length === 1);
  await userEvent.fill(screen.find('round-note'), 'After our first talk');
  screen.find('round-close-yes').click();
  await until(() => screen.all('round-content').length === 1);
  return panel;
}

test('before closing it shows what will be kept; afterwards the round, with its word', async () => {
  const { screen } = await inCompare();
  screen.find('round-close').click();
  await until(() => screen.all('round-preview').length === 1);
  expect(screen.find('round-preview').textContent).toContain('2 notes, 0 of 2 agreed');
  await userEvent.fill(screen.find('round-note'), 'After our first talk');
  screen.find('round-close-yes').click();
  await until(() => screen.all('round-content').length === 1);
  for (const words of [first, 'After our first talk', 'Technical direction'])
    expect(screen.find('round-content').textContent).toContain(words);
  screen.find('rounds-back').click();
  await until(() => screen.all('round').length === 1);
  expect(screen.find('round').textContent).toContain('closed by Erin Example');
  expect(screen.find('round-close').textContent).toBe('Close round 2…');
});

test('the focus goes to what opened, and back to what opened it', async () => {
  const { screen } = await withRound();
  screen.find('rounds-back').click();
  await until(() => screen.all('rounds').length === 1);
  await until(() => /^round-[\da-f]{64}$/.test(document.activeElement?.id ?? ''));
  screen.find('round-close').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => screen.all('close-round').length === 1);
  await until(() => document.activeElement?.textContent === 'Close round 2');
  await userEvent.keyboard('{Tab}{Tab}');
  await userEvent.keyboard('{Escape}');
  await until(() => screen.all('close-round').length === 0);
  await until(() => document.activeElement === screen.find('round-close'));
});

test('a word about the round outlives leaving the form, and is gone once it is closed', async () => {
  const { screen } = await inCompare();
  screen.find('round-close').click();
  await until(() => screen.all('round-note').length === 1);
  await userEvent.fill(screen.find('round-note'), 'Not finished');
  screen.find('rounds-back').click();
  await until(() => screen.all('round-close').length === 1);
  screen.find('round-close').click();
  await until(() => screen.all('round-note').length === 1);
  expect((screen.find('round-note') as HTMLTextAreaElement).value).toBe('Not finished');
});

test('what changed is told word by word, to eyes and ears alike, within 320 pixels', async () => {
  const { erin, screen, there } = await withRound();
  const [note] = viewOf(erin).notes.keys();
  if (!note) throw new Error('There is no note');
  await done(there, sheetOf(erin).editNote(note, 'Decide by June which of our feature stores stays'));
  screen.root.style.width = '320px';
  screen.find('round-since').click();
  await until(() => screen.all('rewording').length === 1);
  const rewording = screen.find('rewording');
  expect([...rewording.querySelectorAll('del, ins')].map((part) => part.textContent)).toEqual([
    'put in: by June ; ',
    'taken out:  three; ',
  ]);
  const [out, into] = ['del', 'ins'].map((name) =>
    getComputedStyle(rewording.querySelector(name) ?? rewording),
  );
  expect([out?.textDecorationLine, into?.textDecorationLine]).toEqual(['line-through', 'underline']);
  expect(screen.find('unchanged').textContent).toContain('1 note unchanged');
  await drawn();
  expect(screen.root.scrollWidth).toBeLessThanOrEqual(320);
  screen.find('rounds-back').click();
  await until(() => screen.all('since').length === 1);
  expect(screen.find('since').textContent).toContain('1 reworded');
});

test('a round is signed with a click, after what it says; the focus stays with the signatures', async () => {
  const { screen } = await withRound();
  await until(() => screen.all('sign').length === 1);
  const [content, button] = [screen.find('round-content'), screen.find('sign')];
  expect(content.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  expect(screen.find('sign-words').textContent).toContain('2 notes in it are not agreed yet');
  button.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => screen.all('signature').length === 1);
  expect(screen.find('signature').textContent).toContain('Signed in this browser.');
  await until(() => document.activeElement?.id === 'signing-title');
  screen.find('take-back').click();
  await until(() => screen.all('signature').length === 0);
  await until(() => document.activeElement?.id === 'signing-title');
});

test('where the browser keeps nothing, it says so and offers no signature', async () => {
  const { screen } = await withRound({ vault: vaults({ denied: true }) });
  await until(() => screen.all('no-signing').length === 1);
  expect(screen.find('no-signing').textContent).toContain('no key to sign with');
  expect(screen.all('sign')).toEqual([]);
});

test('without https, rounds are neither closed nor checked, and it says so', async () => {
  const { erin, screen } = await erinsPanel([first], { vault: async () => null });
  erin.workshop.show('compare');
  await until(() => screen.all('no-rounds-here').length === 1);
  expect(screen.all('round-close')).toEqual([]);
});

test('deleting one’s words tells that closed rounds stay and one’s signatures go', async () => {
  const { erin, screen } = await withRound();
  erin.workshop.show('export');
  await until(() => screen.all('leave-my-words').length === 1);
  screen.find('leave-my-words').click();
  await until(() => screen.all('leaving-question').length === 1);
  for (const words of ['your signatures under rounds', 'rounds that were closed'])
    expect(screen.find('leaving-question').textContent).toContain(words);
});

test('the next date is set, shown to everybody, and goes into a calendar as a file', async () => {
  const { erin, screen } = await inCompare();
  screen.find('talk-set').click();
  await until(() => document.activeElement === screen.all('talk-day')[0]);
  await userEvent.fill(screen.find('talk-day'), '2050-12-02');
  await userEvent.fill(screen.find('talk-time'), '10:30');
  await userEvent.selectOptions(screen.find('talk-minutes'), '60');
  await userEvent.keyboard('{Enter}');
  await until(() => screen.all('talk-file').length === 1);
  expect(screen.find('next-talk').textContent).toContain('Friday 2 December at 10:30, 60 min');
  expect(viewOf(erin).content.next).toMatchObject({
    start: new Date('2050-12-02T10:30').toISOString(),
    minutes: 60,
  });
  screen.find('talk-file').click();
  await until(() => erin.files.length === 1);
  const [file] = erin.files;
  expect(file?.name).toBe('next-talk-2050-12-02.ics');
  const text = new TextDecoder().decode(file?.bytes);
  for (const words of ['BEGIN:VEVENT', 'Talk about the role', 'DTSTART:205012'])
    expect(text).toContain(words);
  screen.find('talk-set').click();
  await until(() => screen.all('talk-none').length === 1);
  screen.find('talk-none').click();
  await until(() => screen.all('talk-file').length === 0);
  expect(viewOf(erin).content.next).toBeNull();
});

test('a day without a time is the same day for everybody, and one that is over asks for the next', async () => {
  const { erin, screen } = await inCompare();
  planNext(sheetOf(erin).document, {
    start: '2020-02-03',
    minutes: 30,
    by: viewOf(erin).me.user,
    at: '2020-01-01T00:00:00.000Z',
  });
  await until(() => screen.find('next-talk').textContent?.includes('Monday') === true);
  expect(screen.find('next-talk').textContent).toBe(
    'You were to talk on Monday 3 FebruarySet the next date…',
  );
});
