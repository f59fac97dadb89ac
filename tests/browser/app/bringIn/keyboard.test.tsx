/** The list of lines by the keyboard alone: from line to line, a lane by its number or letter, left out by the space bar. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { done, drawn, erinsPanel, until, viewOf } from '../onScreen.tsx';

async function pasting(text: string) {
  const { there, erin, screen } = await erinsPanel([]);
  await until(() => screen.all('step-bring-in').length > 0);
  await userEvent.click(screen.find('step-bring-in'));
  await until(() => screen.all('bring-from-text').length > 0);
  screen.find('bring-from-text').click();
  await until(() => screen.all('bring-text').length > 0);
  await userEvent.fill(screen.find('bring-text'), text);
  await drawn();
  const lines = () => screen.all('bring-line');
  const lanes = () => screen.all('bring-lane').map((select) => (select as HTMLSelectElement).value); // they are selects
  const taken = () => screen.all('bring-take').map((box) => (box as HTMLInputElement).checked); // they are checkboxes
  return { there, erin, screen, lines, lanes, taken };
}

test('arrows go from line to line, a number or a first letter chooses a lane, the space bar leaves a line out', async () => {
  const { there, erin, screen, lines, lanes, taken } = await pasting('Mentor two seniors\nBe kind\nBe brave');
  expect(lanes()).toEqual(['leveling-up/mentorship-and-sponsorship', '', '']);
  lines()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}3');
  await drawn();
  expect(document.activeElement).toBe(lines()[1]);
  expect(lanes()[1]).toBe('big-picture/technical-direction');
  await userEvent.keyboard('{End}b');
  await drawn();
  expect(lanes()[2]).toBe('execution/being-glue');
  await userEvent.keyboard('b');
  await drawn();
  expect(lanes()[2]).toBe('leveling-up/being-glue');
  await userEvent.keyboard('{Home} ');
  await drawn();
  expect([taken(), screen.find('bring-put').textContent]).toEqual([
    [false, true, true],
    'Put 2 notes on the board',
  ]);
  expect(lines()[0]?.getAttribute('aria-label')).toContain('left out');
  await userEvent.keyboard(' ');
  await drawn();
  expect(taken()).toEqual([true, true, true]);
  // One line is in reach of Tab, and then what is in it.
  expect(lines().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  screen.find('bring-put').click();
  await done(there, there.clock.advance(2_000));
  await until(() => viewOf(erin).total === 3);
  await until(() => screen.all('bring-put').length === 0);
});

test('keys within a line’s own choices stay theirs', async () => {
  const { lines, lanes, screen, taken } = await pasting('Mentor two seniors\nBe kind');
  const [select] = screen.all('bring-lane');
  select?.focus();
  await userEvent.selectOptions(select as HTMLSelectElement, 'side/needs');
  await drawn();
  expect([lanes()[0], taken()]).toEqual(['side/needs', [true, true]]);
  expect(document.activeElement).not.toBe(lines()[1]);
});

test('what can’t be read is told at once, and nothing can be put', async () => {
  const { screen } = await pasting('Text,Frame\n"never closed,Execution');
  expect(screen.find('bring-wrong').textContent).toContain('Line 2');
  expect(screen.all('bring-put')).toEqual([]);
});

test('where no column clearly has the words, it is asked', async () => {
  const { screen, lines } = await pasting('run the sync\tcut the job\nhelp both juniors\tship the thing');
  expect([screen.find('bring-column').closest('label')?.textContent, lines().length]).toEqual([
    expect.stringContaining('Which column'),
    0,
  ]);
  await userEvent.selectOptions(screen.find('bring-column') as HTMLSelectElement, '1');
  await until(() => lines().length === 2);
  expect(lines()[0]?.textContent).toContain('cut the job');
});
