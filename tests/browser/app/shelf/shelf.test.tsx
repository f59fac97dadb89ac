import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { done, drawn, erinsPanel, sheetOf, until } from '../onScreen.tsx';

async function erinsShelf() {
  const { there, erin, screen } = await erinsPanel([]);
  await until(() => screen.all('step-shelf').length > 0);
  await userEvent.click(screen.find('step-shelf'));
  await until(() => screen.all('put-example').length > 0);
  return { there, erin, screen };
}

test('the shelf opens where nothing is written yet, and a key puts an example into its lane', async () => {
  const { there, erin, screen } = await erinsShelf();
  const [first] = screen.all('put-example');
  first?.focus();
  await userEvent.keyboard('{Enter}');
  await done(there, there.clock.advance(200));
  await until(() => sheetOf(erin).view.value?.total === 1);
  await until(() => screen.all('put-example')[0]?.textContent === 'On the board');
});

test('examples can be narrowed to a craft, and those for any craft stay', async () => {
  const { screen } = await erinsShelf();
  const all = screen.all('example').length;
  await userEvent.selectOptions(screen.find('shelf-craft'), 'security');
  await drawn();
  const left = screen.all('example').map(({ textContent }) => textContent ?? '');
  expect(left.length).toBeLessThan(all);
  expect(left.some((text) => text.includes('Security · after'))).toBe(true);
  expect(left.some((text) => text.includes('Mobile · '))).toBe(false);
});

test('each can be dragged and says what it comes from', async () => {
  const { screen } = await erinsShelf();
  for (const example of screen.all('example')) {
    const words = example.querySelector<HTMLElement>('.miro-draggable');
    expect(words?.dataset.drop).toBe(`example:${example.dataset.example}`);
    expect(example.querySelector('a')?.href).toMatch(/^https:/);
  }
});
