/** A copied board in the panel: what is told, where the focus goes, and that long and foreign words keep their place. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/app/views/panel.css';
import { Panel } from '../../../src/app/views/panel.tsx';
import { copyBoard } from '../../support/copyBoard.ts';
import { type GatheringOptions, gathering } from '../../support/people.ts';
import { direction, done, drawn, type OnScreen, sheetOf, show, until, viewOf } from './onScreen.tsx';

const notes = [
  'Decide which feature store stays',
  'Cut the nightly backfill of the limit models from nine hours to two by June, without losing a single day',
  'تحديد الاتجاه التقني للفريق',
];

/** A board on which Erin and Max have spoken of every note. */
async function spoken() {
  const there = gathering();
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff Engineer' };
  await done(there, erin.workshop.drop.place(form));
  for (const text of notes) await done(there, sheetOf(erin).addNote(direction, text));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  for (const { id } of viewOf(erin).notes.values()) {
    sheetOf(erin).takeStance(id, 'agree-if', 'in June');
    sheetOf(max).remark(id, 'Who decides?', null);
  }
  await there.clock.advance(0);
  return there;
}

/** Erin's panel on another board, to which that one was copied. */
async function onCopy(records: boolean, options: GatheringOptions = {}) {
  const first = await spoken();
  const there = gathering({ boardId: 'board-2', keeps: () => [first.copy()], ...options });
  await done(there, copyBoard(first.board, there.board, { records }));
  for (const { id, text } of [...there.board.items.values()]) {
    if (text === notes[0]) there.board.edit(id, { text: 'Something else entirely stands here by now' });
    if (text === notes[1]) there.board.edit(id, { text: `${notes[1]} of them` });
  }
  const erin = await done(there, there.come('Erin Example'));
  const screen = show(<Panel workshop={erin.workshop} />);
  return { there, erin, screen };
}

async function press(
  there: { clock: { advance(by: number): Promise<void> } },
  screen: OnScreen,
  testid: string,
) {
  await until(() => screen.all(testid).length > 0);
  screen.find(testid).click();
  for (let turn = 0; turn < 20; turn += 1) {
    await there.clock.advance(50);
    await drawn();
  }
}

/** On to what this browser keeps. */
async function take(there: Parameters<typeof press>[0], screen: OnScreen): Promise<void> {
  await until(() => screen.all('take-along')[0]?.textContent?.includes('This browser has') === true);
  await press(there, screen, 'take-along');
}

const overflows = (part: HTMLElement): string[] =>
  [...part.querySelectorAll<HTMLElement>('*')]
    .filter((one) => !one.closest('.visually-hidden') && one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.outerHTML.slice(0, 80));

test.each([320, 292])('at %i px nothing is cut off, whatever the notes say', async (width) => {
  await page.viewport(width, 900);
  const { there, screen } = await onCopy(true);
  await take(there, screen);
  await until(() => screen.all('pair').length === 3);
  const kinds = ['pairs-unfound', 'pairs-alike', 'pairs-sure'].map((id) => screen.all(id).length);
  expect([kinds, overflows(screen.root)]).toEqual([[1, 1, 1], []]);
  screen.find('taking-others').click();
  await until(() => screen.all('others-question').length === 1);
  expect(overflows(screen.root)).toEqual([]);
  screen.find('others-bring').click();
  await drawn();
  await press(there, screen, 'taking-go');
  await press(there, screen, 'taking-end');
  await until(() => screen.all('note-row').length > 0);
  screen.all('note-row')[1]?.click();
  await until(() => screen.all('brought').length === 1);
  expect(overflows(screen.find('note-card'))).toEqual([]);
});

test('a strange frame is explained where there is no sheet yet', async () => {
  await page.viewport(320, 900);
  const { screen } = await onCopy(false);
  await until(() => screen.all('stranger').length === 1);
  await until(() => screen.find('stranger').textContent?.includes('3 views of yours') === true);
  expect(screen.find('stranger').textContent).toContain('Staff Engineer · Erin Example');
  expect(overflows(screen.root)).toEqual([]);
});

test('each step begins at its heading, the question at its safe answer, and Escape leads back', async () => {
  const { there, screen } = await onCopy(true);
  await take(there, screen);
  await until(() => document.activeElement?.id === 'taking-title');
  screen.find('taking-others').focus();
  await userEvent.keyboard(' ');
  await until(() => document.activeElement === screen.all('others-leave')[0]);
  await userEvent.keyboard('{Escape}');
  await until(() => screen.all('others-question').length === 0);
  expect((screen.find('taking-others') as HTMLInputElement).checked).toBe(false);
  expect(screen.all('taking-over').length).toBe(1);
  await until(() => document.activeElement === screen.find('taking-others'));
  await userEvent.keyboard('{Escape}');
  await until(() => screen.all('taking-over').length === 0);
});
