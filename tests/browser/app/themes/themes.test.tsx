import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { done, drawn, erinsPanel, sheetOf, until } from '../onScreen.tsx';

async function erinsThemes() {
  const { there, erin, screen } = await erinsPanel([
    'Sit with both juniors every Thursday',
    'Delete the orphan tables',
  ]);
  sheetOf(erin).step.value = 'themes';
  await until(() => screen.all('theme-coaching').length > 0);
  await done(there, there.clock.advance(100));
  await until(() => screen.find('theme-coaching').textContent?.includes('1 note') === true);
  return { there, erin, screen };
}

const words = (element: HTMLElement) => element.textContent ?? '';

test('shows which themes the notes touch and by which words, and which none does', async () => {
  const { screen } = await erinsThemes();
  const coaching = screen.find('theme-coaching');
  await userEvent.click(coaching.querySelector('summary') as HTMLElement);
  expect([...coaching.querySelectorAll('mark')].map(words)).toEqual(['Sit with', 'juniors']);
  expect(words(screen.find('theme-strategy'))).toContain('no note yet');
  expect(words(screen.find('balance'))).toContain('2 Big-picture thinking');
});

test('a person may say that a note touches a theme, and that another does not', async () => {
  const { screen } = await erinsThemes();
  const strategy = screen.find('theme-strategy');
  await userEvent.click(strategy.querySelector('summary') as HTMLElement);
  const select = strategy.querySelector<HTMLSelectElement>('[data-testid="add-touching"]');
  if (!select) throw new Error('No choice');
  await userEvent.selectOptions(select, 'Delete the orphan tables');
  await until(() => words(screen.find('theme-strategy')).includes('says Erin Example'));
  const coaching = screen.find('theme-coaching');
  await userEvent.click(coaching.querySelector('summary') as HTMLElement);
  await userEvent.click(coaching.querySelector('[data-testid="deny"]') as HTMLElement);
  await until(() => words(screen.find('theme-coaching')).includes('doesn’t touch it'));
  expect(words(screen.find('theme-coaching'))).toContain('no note yet');
});

test('a theme may be no part of the role, with the reason', async () => {
  const { screen } = await erinsThemes();
  const theme = screen.find('theme-expertise');
  await userEvent.click(theme.querySelector('summary') as HTMLElement);
  await userEvent.click(theme.querySelector('[data-testid="leave-out"]') as HTMLElement);
  await drawn();
  await userEvent.keyboard('The principal does it{Enter}');
  await until(() =>
    words(screen.find('theme-expertise')).includes('not part of this role, The principal does it'),
  );
  await userEvent.click(screen.find('take-in'));
  await until(() => words(screen.find('theme-expertise')).includes('no note yet'));
});
