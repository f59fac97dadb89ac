/** Where this person's words are, in words. Always true, and says what to do when something is wrong. */
import type { SavedState } from '../../sync/sync.ts';

export interface SavedWords {
  readonly tone: 'good' | 'busy' | 'warn';
  readonly words: string;
}

export function savedWords({ browser, board }: SavedState): SavedWords {
  if (browser === 'failed') {
    return { tone: 'warn', words: 'This browser could not save. Keep this tab open and copy what matters' };
  }
  if (browser === 'memory' && board !== 'saved') {
    return {
      tone: 'warn',
      words: 'This browser blocks storage: keep the tab open until the board has your words',
    };
  }
  switch (board) {
    case 'saved':
      return browser === 'saving'
        ? { tone: 'busy', words: 'Saving…' }
        : { tone: 'good', words: 'Saved on this board' };
    case 'saving':
      return { tone: 'busy', words: browser === 'saved' ? 'Saved here, sending to the board…' : 'Saving…' };
    case 'slow':
      return { tone: 'busy', words: 'Saved here, syncing slowly' };
    case 'offline':
      return { tone: 'warn', words: 'Saved in this browser; the board gets it when you are back online' };
    case 'refused':
      return { tone: 'warn', words: 'Saved in this browser; the board refused it. Trying again' };
  }
}
