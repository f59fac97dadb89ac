/** What the panel tells by itself: notices, and the status of what was written. */
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { Workshop } from '../../../src/app/models/workshop.ts';
import { Panel } from '../../../src/app/views/panel.tsx';
import { Notice } from '../../../src/app/views/parts/notice.tsx';
import type { Connection, SavedState } from '../../../src/sync/sync.ts';
import { drawn, erinsPanel, show } from './onScreen.tsx';

/** Milliseconds. */
const patience = { timeout: 20_000 };

test('a notice offers its action, which is done once and closes it', async () => {
  const shown: string[] = [];
  const notice = {
    message: 'The sticky has the new wording.',
    tone: 'info' as const,
    action: { word: 'Undo', run: () => void shown.push('undone') },
  };
  const { find } = show(<Notice notice={notice} onClose={() => void shown.push('closed')} />);
  expect(find('notice').closest('[aria-live="polite"]')).not.toBeNull();
  find('notice').querySelector('button')?.click();
  expect(shown).toEqual(['undone', 'closed']);
});

test('the place where notices are told is there before the first one', () => {
  const { root } = show(<Notice notice={null} onClose={() => undefined} />);
  expect(root.querySelector('[role="status"]')?.textContent).toBe('');
});

test('saving is seen, and read aloud only when something is wrong', async () => {
  const { erin, screen } = await erinsPanel([]);
  screen.leave();
  const saved = signal<SavedState>({ browser: 'saved', board: 'saved' });
  const workshop: Workshop = { ...erin.workshop, saved };
  const { find, root } = show(<Panel workshop={workshop} />);
  // It comes a moment after the first screen.
  await vi.waitFor(() => find('status'), patience);
  const spoken = () => root.querySelector('header [role="status"]')?.textContent;
  const told = async (state: SavedState) => {
    saved.value = state;
    await drawn();
    return [find('status').textContent, spoken()];
  };
  expect(await told({ browser: 'saving', board: 'saving' })).toEqual(['Saving… · only you here', '']);
  const [seen, heard] = await told({ browser: 'memory', board: 'saving' });
  expect(heard).toBe('This browser blocks storage: keep the tab open until the board has your words');
  expect(seen).toContain(heard);
  expect(await told({ browser: 'saved', board: 'saved' })).toEqual([
    'Saved on this board · only you here',
    '',
  ]);
});

test('a lost connection with nothing unsaved is seen and read aloud, and nobody is counted then', async () => {
  const { erin, screen } = await erinsPanel([]);
  screen.leave();
  const connection = signal<Connection>({ reach: 'well', behind: 0 });
  const { find, root } = show(<Panel workshop={{ ...erin.workshop, connection }} />);
  await vi.waitFor(() => find('status'), patience);
  expect(find('status').textContent).toBe('Saved on this board · only you here');
  connection.value = { reach: 'offline', behind: 0 };
  await drawn();
  const words =
    'The board can’t be reached. Your words are saved on it; others’ may be missing until you are back online';
  expect(find('status').textContent).toBe(words);
  expect(root.querySelector('header [role="status"]')?.textContent).toBe(words);
});
