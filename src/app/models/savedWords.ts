/** Where this person's words are, in words. Always true, and says what to do when something is wrong. */
import type { SavedState } from '../../sync/sync.ts';

export interface SavedWords {
  readonly tone: 'good' | 'busy' | 'warn';
  readonly words: string;
}

/** Words that exist nowhere but in this page: closing it would lose them. */
export const onlyInThisPage = ({ browser, board }: SavedState): boolean =>
  browser !== 'saved' && board !== 'saved';

export function savedWords({ browser, board }: SavedState): SavedWords {
  switch (browser) {
    case 'saved':
      return savedHere[board];
    case 'saving':
      return { tone: 'busy', words: 'Saving…' };
    case 'memory':
      return notHere(board, 'it blocks storage', 'This browser blocks storage');
    case 'failed':
      return notHere(board, 'its storage may be full', 'This browser could not save');
  }
}

const savedHere: Record<SavedState['board'], SavedWords> = {
  saved: { tone: 'good', words: 'Saved on this board' },
  saving: { tone: 'busy', words: 'Saved here, sending to the board…' },
  slow: { tone: 'busy', words: 'Saved here, syncing slowly' },
  offline: { tone: 'warn', words: 'Saved in this browser; the board gets it when you are back online' },
  refused: { tone: 'warn', words: 'Saved in this browser; the board refused it. Trying again' },
};

/** This browser keeps nothing, so all depends on the board. `why` ends a sentence, `because` begins one. */
function notHere(board: SavedState['board'], why: string, because: string): SavedWords {
  switch (board) {
    case 'saved':
      return { tone: 'good', words: `Saved on this board, not in this browser: ${why}` };
    case 'saving':
    case 'slow':
      return { tone: 'warn', words: `${because}: keep the tab open until the board has your words` };
    case 'offline':
      return {
        tone: 'warn',
        words: `${because}, and the board can’t be reached. Keep this tab open, or copy what matters`,
      };
    case 'refused':
      return {
        tone: 'warn',
        words: `${because}, and the board refuses. Keep this tab open, and copy what matters`,
      };
  }
}
