/** Where the role stands, on the screen: choosing by mouse and by keys, pasting a ladder, citing a line of it. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { replaceLadder } from '../../../src/annotations/place/ladderDocument.ts';
import '../../../src/app/views/panel.css';
import type { Ladder } from '../../../src/workshop/ladder/ladder.ts';
import { drawn, erinsPanel, type OnScreen, sheetOf, until } from './onScreen.tsx';

async function placeScreen(notes: readonly string[] = []) {
  const { there, erin, screen } = await erinsPanel(notes);
  sheetOf(erin).step.value = 'place';
  await until(() => screen.all('ladder').length === 1);
  return { there, erin, screen };
}

const focused = () => (document.activeElement as HTMLElement | null)?.dataset.level;
const result = (screen: OnScreen) => screen.find('place-result').textContent ?? '';
const checked = (screen: OnScreen) =>
  [...screen.root.querySelectorAll<HTMLElement>('[role="radio"][aria-checked="true"]')].map(
    ({ dataset }) => dataset.level,
  );

const overflows = (part: HTMLElement): string[] =>
  [...part.querySelectorAll<HTMLElement>('*')]
    .filter((one) => !one.closest('.visually-hidden') && one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.outerHTML.slice(0, 80));

/** Types into a field as people paste. */
async function fill(field: HTMLElement, text: string) {
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('No field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await drawn();
}

describe('the marks', () => {
  test('take two clicks, and say what follows from them', async () => {
    const { screen } = await placeScreen();
    screen.find('level-senior').click();
    await until(() => (screen.find('mark-role') as HTMLInputElement).checked);
    screen.find('level-staff').click();
    await until(() => result(screen).includes('one level up'));
    expect(result(screen)).toContain('Senior → Staff · one level up · my stretch');
    expect([checked(screen), screen.find('level-senior').textContent]).toEqual([['staff'], 'Seniorme now']);
    screen.find('mark-none').click();
    await until(() => checked(screen).length === 0);
  });

  test('are looked for with the arrows along the Y, and set with the space bar only', async () => {
    const { screen } = await placeScreen();
    const stops = () =>
      [...screen.root.querySelectorAll<HTMLElement>('[role="radio"]')].filter(
        ({ tabIndex }) => tabIndex === 0,
      );
    expect(stops().map(({ dataset }) => dataset.level)).toEqual(['senior']);
    stops()[0]?.focus();
    const pressed = async (keys: string) => {
      await userEvent.keyboard(keys);
      await drawn();
      return focused();
    };
    expect(await pressed('{ArrowUp}')).toBe('staff');
    expect(await pressed('{ArrowUp}{ArrowRight}')).toBe('senior-manager');
    expect(screen.find('level-about').textContent).toContain('Senior Manager');
    expect(await pressed('{ArrowDown}{ArrowDown}')).toBe('senior');
    expect(await pressed('{End}')).toBe('intern');
    expect(await pressed('{ArrowDown}')).toBe('intern');
    expect(checked(screen)).toEqual([]);
    await pressed('{Home} ');
    await until(() => screen.find('level-senior').textContent?.includes('me now') === true);
  });
});

describe('a ladder of one’s own', () => {
  async function pasting() {
    const there = await placeScreen();
    const { screen } = there;
    screen.root.querySelector<HTMLElement>('[data-testid="ladder-edit"] summary')?.click();
    await until(() => screen.all('ladder-paste').length === 1);
    screen.find('ladder-paste').click();
    await until(() => document.activeElement === screen.all('paste-text')[0]);
    return there;
  }

  test('is told by line where it is broken, and nothing changes', async () => {
    const { screen } = await pasting();
    await fill(screen.find('paste-text'), 'Level,Scope\nSenior,"Owns\nStaff,"more"');
    screen.find('paste-look').click();
    await until(() => screen.all('paste-problems').length === 1);
    expect(screen.find('paste-problems').textContent).toContain(
      'Line 3: “more"” stands after a closing quote',
    );
    expect(screen.all('level-vice-president').length).toBe(1);
  });

  test('is shown first, takes the place of the other, and that can be undone', async () => {
    const { screen } = await pasting();
    await fill(screen.find('paste-text'), 'Senior\nL6\nCTO');
    screen.find('paste-look').click();
    await until(() => screen.all('paste-preview').length === 1);
    expect(document.activeElement?.textContent).toBe('3 levels');
    const path = screen.find('preview-l6') as HTMLSelectElement;
    expect([path.value, screen.all('level-l6').length]).toEqual(['technical', 0]);
    path.value = 'common';
    path.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
    screen.find('paste-use').click();
    await until(() => screen.all('level-l6').length === 1);
    expect(
      [...screen.root.querySelectorAll('.ladder-trunk .ladder-title')].map((one) => one.textContent),
    ).toEqual(['L6', 'Senior']);
    screen.find('ladder-undo').click();
    await until(() => screen.all('level-vice-president').length === 1);
  });

  test('is kept as text when Escape leaves it, and Escape on the preview leads back to the text', async () => {
    const { screen } = await pasting();
    await fill(screen.find('paste-text'), 'Senior');
    screen.find('paste-look').click();
    await until(() => screen.all('paste-preview').length === 1);
    await userEvent.keyboard('{Escape}');
    await until(() => screen.all('paste-text').length === 1);
    await until(() => document.activeElement === screen.find('paste-text'));
    await userEvent.keyboard('{Escape}');
    await until(() => screen.all('ladder-paste').length === 1);
    screen.find('ladder-paste').click();
    await until(() => screen.all('paste-text').length === 1);
    expect((screen.find('paste-text') as HTMLTextAreaElement).value).toBe('Senior');
    expect(screen.all('step').length).toBe(1);
  });
});

test('edited by hand, the focus goes along: to what was added, with what is moved, to the way back', async () => {
  const { screen } = await placeScreen();
  screen.root.querySelector<HTMLElement>('[data-testid="ladder-edit"] summary')?.click();
  await until(() => screen.all('add-level-common').length === 1);
  screen.find('add-level-common').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => document.activeElement === screen.all('level-title')[0]);
  await userEvent.keyboard('Lead');
  screen.find('level-down').focus();
  await until(() => screen.root.querySelectorAll('.ladder-trunk .ladder-title')[0]?.textContent === 'Lead');
  await userEvent.keyboard('{Enter}');
  await until(() => screen.root.querySelectorAll('.ladder-trunk .ladder-title')[1]?.textContent === 'Lead');
  await until(() => document.activeElement === screen.find('level-down'));
  screen.find('level-remove').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => document.activeElement === screen.all('ladder-undo')[0]);
  expect(screen.root.textContent).toContain('“Lead” is off the ladder.');
  await userEvent.keyboard('{Enter}');
  await until(() => screen.root.querySelectorAll('.ladder-trunk .ladder-title').length === 5);
});

const hostile: Ladder = {
  levels: [
    ['common', 'W'.repeat(80)],
    ['technical', 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'],
    ['management', 'مدير هندسة البرمجيات'],
  ].map(([path, title = ''], at) => ({
    id: `l${at}`,
    path: path as 'common',
    title,
    scope: '<b>no markup</b> '.repeat(20),
  })),
  dimensions: [{ id: 'd', title: 'D'.repeat(80) }],
  cells: [{ level: 'l0', dimension: 'd', text: 'x'.repeat(300) }],
  source: null,
};

test.each([320, 292, 240])('at %i px nothing is cut off, whatever the levels are called', async (width) => {
  await page.viewport(width, 900);
  const { erin, screen } = await placeScreen();
  replaceLadder(sheetOf(erin).document, {
    id: 'e',
    ladder: hostile,
    by: 'x',
    at: '2026-11-20T12:00:00.000Z',
  });
  await until(() => screen.all('level-l0').length === 1);
  screen.find('level-l0').click();
  await drawn();
  screen.find('level-l1').click();
  screen.root.querySelector<HTMLElement>('[data-testid="ladder-edit"] summary')?.click();
  await until(() => screen.all('edit-l0').length === 1);
  screen.find('edit-l0').click();
  await until(() => screen.all('level-fields').length === 1);
  await drawn();
  expect(overflows(screen.find('step'))).toEqual([]);
  const small = [...screen.root.querySelectorAll<HTMLElement>('button')].filter(
    (one) => one.getBoundingClientRect().height < 24,
  );
  expect(small.map((one) => one.outerHTML)).toEqual([]);
});

test('a note cites a line of the ladder from its card, and lets go of it', async () => {
  const { screen } = await erinsPanel(['First note']);
  screen.find('note-row').click();
  await until(() => screen.all('cite').length === 1);
  screen.find('cite').click();
  await until(() => document.activeElement === screen.all('cite-level')[0]);
  const level = screen.find('cite-level') as HTMLSelectElement;
  level.value = 'staff';
  level.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn();
  screen.find('cite-go').click();
  await until(() => screen.all('cited-line').length === 1);
  expect(screen.find('cited-line').textContent).toMatch(/^From the ladder: StaffBrings clarity/);
  await until(() => document.activeElement === screen.find('cite'));
  screen.find('cite-none').click();
  await until(() => screen.all('cited-line').length === 0);
});
