import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawn, erinsPanel, until } from './onScreen.tsx';

const focused = () => (document.activeElement as HTMLElement | null)?.dataset.testid;

test('the four places are one stop, and the arrows go round between them', async () => {
  const { screen } = await erinsPanel([]);
  const tabs = [...screen.root.querySelectorAll<HTMLElement>('[role="tab"]')];
  const stops = () => tabs.filter(({ tabIndex }) => tabIndex === 0).map(({ textContent }) => textContent);
  const after = async (keys: string) => {
    await userEvent.keyboard(keys);
    await drawn();
    return [document.activeElement?.textContent, stops()];
  };
  tabs[0]?.focus();
  expect(await after('{ArrowRight}')).toEqual(['Talk', ['Talk']]);
  expect(await after('{ArrowLeft}{ArrowLeft}')).toEqual(['Export', ['Export']]);
  expect(await after('{Home}')).toEqual(['Write', ['Write']]);
  expect(await after('{End}')).toEqual(['Export', ['Export']]);
  expect(screen.root.querySelector('[role="tabpanel"]')?.getAttribute('aria-labelledby')).toBe('tab-export');
});

test('a note opens by keyboard, Escape closes its card, and the focus is on its line again', async () => {
  const { screen } = await erinsPanel(['First note', 'Second note']);
  const second = screen.all('note-row')[1];
  second?.focus();
  await userEvent.keyboard('{Enter}');
  await until(() => focused() === 'card-back');
  await userEvent.keyboard('{Escape}');
  await until(() => screen.all('note-row').length === 2);
  await until(() => document.activeElement?.textContent?.includes('Second note') === true);
});

test('Escape in a form closes the form alone and goes back to the button that opened it', async () => {
  const { screen } = await erinsPanel(['First note']);
  screen.find('note-row').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => focused() === 'card-back');
  screen.find('add-suggestion').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => focused() === 'suggestion-text');
  await userEvent.keyboard('{Escape}');
  await until(() => focused() === 'add-suggestion');
  expect(screen.all('note-card')).toHaveLength(1);
});

test('headings go from the sheet to its columns to their lanes, without a gap', async () => {
  const { screen } = await erinsPanel(['First note']);
  const levels = () =>
    [...screen.root.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
  const gaps = () => levels().filter((level, index) => level > (levels()[index - 1] ?? 0) + 1);
  expect([levels()[0], gaps()]).toEqual([1, []]);
  screen.find('note-row').click();
  await until(() => screen.all('note-card').length === 1);
  expect([levels()[0], gaps()]).toEqual([1, []]);
});

test('everything that can be pressed or filled in has a name', async () => {
  const { erin, screen } = await erinsPanel(['First note']);
  const nameless = () =>
    [...screen.root.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].filter(
      (control) => {
        const labels = control instanceof HTMLInputElement ? control.labels : null;
        const label = control.closest('label') ?? labels?.[0];
        return !(control.ariaLabel || control.textContent?.trim() || label?.textContent?.trim());
      },
    );
  for (const tab of ['write', 'talk', 'compare', 'export'] as const) {
    erin.workshop.show(tab);
    await until(() => screen.root.querySelector(`#tab-${tab}`)?.ariaSelected === 'true');
    await drawn();
    expect(nameless()).toEqual([]);
  }
  erin.workshop.startAnother();
  await until(() => screen.all('drop-sheet').length === 1);
  expect(nameless()).toEqual([]);
});
