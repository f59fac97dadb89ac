/** Other people in the panel: who is on the sheet, who has a note open, who writes. */
import { expect, test } from 'vitest';
import { Panel } from '../../../src/app/views/panel.tsx';
import { drawn, erinsPanel, sheetOf, show, until } from './onScreen.tsx';

async function two() {
  const { there, erin, screen } = await erinsPanel(['Keep the nightly job short', 'Answer on call']);
  const max = await there.come('Max Manager');
  sheetOf(max).claim('manager');
  const maxScreen = show(<Panel workshop={max.workshop} />);
  await until(() => maxScreen.all('note-row').length === 2);
  const row = (words: string) => {
    const found = screen.all('note-row').find((one) => one.textContent?.includes(words));
    if (!found) throw new Error(`No row with ${words}`);
    return found;
  };
  return { there, erin, screen, max, maxScreen, row };
}

test('the row of a note shows who has it open, by face and in words, until they close it', async () => {
  const { screen, maxScreen, row } = await two();
  const faces = () => screen.all('faces').map((one) => one.textContent);
  expect(faces()).toEqual([]);
  maxScreen.all('note-row')[0]?.click();
  await until(() => screen.all('faces').length === 1);
  expect(faces()).toEqual(['MMMax Manager has it open']);
  expect(row('Keep the nightly job short').querySelector('[data-testid="faces"]')).not.toBeNull();
  await until(() => maxScreen.all('card-back').length === 1);
  maxScreen.find('card-back').click();
  await until(() => screen.all('faces').length === 0);
});

test('the header marks who is on the sheet, also before they have said who they are', async () => {
  const { there, screen, erin } = await two();
  await until(() => screen.root.textContent?.includes('2 here') === true);
  const people = () =>
    [...screen.root.querySelectorAll('.people li')].map((one) => one.getAttribute('title'));
  expect(people()).toEqual([
    expect.stringContaining('Erin Example'),
    'Max Manager · Manager (not confirmed yet) · on this sheet now',
  ]);
  const pia = await there.come('Pia Peer');
  await until(() => people().length === 3);
  expect(people()[2]).toMatch(/has not said who they are · on this sheet now$/);
  pia.workshop.presence()?.leave();
  await until(() => people().length === 2);
  expect(sheetOf(erin).company.value.map(({ name }) => name)).toEqual(['Max Manager']);
});

test('the card says that somebody writes, politely and not what, and moves nothing by it', async () => {
  const { there, screen, maxScreen } = await two();
  screen.all('note-row')[0]?.click();
  maxScreen.all('note-row')[0]?.click();
  await until(() => screen.all('card-company').length === 1 && maxScreen.all('add-remark').length === 1);
  const line = screen.find('card-company');
  expect(line.getAttribute('role')).toBe('status');
  await until(() => line.textContent === 'Max Manager has this note open.');
  // What the card holds besides comes a moment after it when it is opened for the first time.
  await until(() => screen.all('note-why').length === 1 && screen.all('cite').length === 1);
  const place = () => screen.find('add-remark').getBoundingClientRect().top;
  const before = place();
  maxScreen.find('add-remark').click();
  await until(() => maxScreen.all('remark-text').length === 1);
  const field = maxScreen.find('remark-text') as HTMLTextAreaElement;
  let changes = 0;
  const watch = new MutationObserver(() => {
    changes += 1;
  });
  watch.observe(line, { childList: true, characterData: true, subtree: true });
  for (const words of ['s', 'se', 'sec', 'secr', 'secret']) {
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
  }
  await until(() => line.textContent === 'Max Manager is writing…');
  watch.disconnect();
  expect(changes).toBe(1);
  expect(screen.root.innerHTML).not.toContain('secret');
  expect(place()).toBe(before);
  await there.clock.advance(10_000);
  await until(() => line.textContent === 'Max Manager has this note open.');
});
