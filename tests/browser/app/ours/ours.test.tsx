import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Panel } from '../../../../src/app/views/panel.tsx';
import { type Gathering, gathering } from '../../../support/people.ts';
import { direction, done, drawn, sheetOf, show, until } from '../onScreen.tsx';

const vague = 'Set the technical direction and drive alignment with stakeholders';
const specific = 'Decide by June which of our three feature stores stays, so that limits stops copying data';

async function erinsNotes(...texts: readonly string[]) {
  const there = gathering({ writer: 'user-erin-example' });
  const erin = await there.come('Erin Example');
  await done(there, erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  for (const text of texts) await done(there, sheetOf(erin).addNote(direction, text));
  const screen = show(<Panel workshop={erin.workshop} />);
  await until(() => screen.all('note-row').length === texts.length);
  return { there, erin, screen };
}

/** What is loaded on demand takes real time, what waits for a pause the board's. */
async function later(there: Gathering, isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1) {
    await there.clock.advance(100);
    await drawn();
  }
  if (!isTrue()) throw new Error(`It did not come to: ${isTrue}`);
}

test('a vague note of one’s own has a quiet question on its row; a specific one has none', async () => {
  const { there, screen } = await erinsNotes(vague, specific);
  await later(there, () => screen.all('ask-mark').length > 0);
  expect(screen.all('ask-mark').map(({ textContent }) => textContent)).toEqual([
    '?Make it ours asks: what is missing today?',
  ]);
});

test('the card asks, with the words that made it ask marked in the note; it can be set aside and back', async () => {
  const { there, screen } = await erinsNotes(vague);
  await later(there, () => screen.all('ask-mark').length > 0);
  await userEvent.click(screen.find('note-row'));
  await later(there, () => screen.all('note-questions').length > 0);
  const marked = [...screen.root.querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marked).toContain('Set the technical direction');
  expect(screen.root.querySelector('.words p')?.textContent).toBe(vague);
  expect(screen.find('note-questions').textContent).toContain('What is missing or not working there today?');
  await userEvent.click(screen.find('ask-dismiss'));
  await later(there, () => screen.all('ask-aside').length > 0);
  expect(screen.root.querySelectorAll('mark')).toHaveLength(0);
  await userEvent.click(screen.find('ask-again'));
  await later(there, () => screen.all('note-questions').length > 0);
});

test('the answer is a better note: rewording opens the field, and the question goes with it', async () => {
  const { there, screen } = await erinsNotes(vague);
  await later(there, () => screen.all('ask-mark').length > 0);
  await userEvent.click(screen.find('note-row'));
  await later(there, () => screen.all('ask-edit').length > 0);
  await userEvent.click(screen.find('ask-edit'));
  await until(() => screen.all('edit-text').length > 0);
  await userEvent.fill(screen.find('edit-text'), specific);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await later(there, () => screen.all('edit-text').length === 0);
  await later(there, () => screen.all('note-questions').length === 0);
});

test('while writing, the question comes after a pause, and Enter sends whatever it says', async () => {
  const { there, erin, screen } = await erinsNotes(specific);
  await userEvent.click(screen.find(`add-${direction}`));
  await until(() => screen.all('add-text').length > 0);
  await userEvent.fill(screen.find('add-text'), vague);
  await drawn();
  expect(screen.all('ask-question')).toHaveLength(0);
  await later(there, () => screen.all('ask-question').length > 0);
  await userEvent.click(screen.find('add-text'));
  await userEvent.keyboard('{Enter}');
  await later(there, () => screen.all('note-row').length === 2);
  expect([...(sheetOf(erin).view.value?.notes.values() ?? [])].map(({ text }) => text)).toContain(vague);
});

test('the filter “vague” shows what draws a question, and says so where nothing does', async () => {
  const { there, screen } = await erinsNotes(vague, specific);
  await later(there, () => screen.all('ask-mark').length > 0);
  const filter = screen.find('note-filter');
  await userEvent.selectOptions(filter, 'vague');
  await drawn();
  expect(screen.all('note-row').map(({ textContent }) => textContent)).toHaveLength(1);
  expect(filter.textContent).toContain('Vague (1)');
});

test('the team’s names are pasted, suggested, taken off and brought back', async () => {
  const { there, screen, erin } = await erinsNotes(
    'Own the roadmap of Kestrel',
    'Shape the vision of Kestrel',
  );
  sheetOf(erin).step.value = 'ours';
  await later(there, () => screen.all('suggested-name').length > 0);
  await userEvent.click(screen.find('suggested-name'));
  await later(there, () => screen.all('team-name').length === 1);
  await userEvent.fill(screen.find('names-text'), '- Core Platform\n- Ledger\n- kestrel');
  await userEvent.click(screen.find('add-names'));
  await later(there, () => screen.all('team-name').length === 3);
  expect(screen.find('team-names').textContent).toContain('Added 2.');
  await userEvent.click(screen.root.querySelector('[aria-label="Take Ledger off the list"]') as HTMLElement);
  await later(there, () => screen.all('team-name').length === 2);
  erin.workshop.notice.value?.action?.run();
  await later(there, () => screen.all('team-name').length === 3);
});
