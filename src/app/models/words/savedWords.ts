/**
 * Where this person's words are and how others' come, in one line. Always true, and says what to do when something is
 * wrong. One's own words come first; others' are spoken of only where one's own are safe.
 */
import type { Connection, SavedState } from '../../../sync/sync.ts';

export interface SavedWords {
  readonly tone: 'good' | 'busy' | 'warn';
  readonly words: string;
}

const busy = (words: string): SavedWords => ({ tone: 'busy', words });
const warn = (words: string): SavedWords => ({ tone: 'warn', words });

/** `drafted`: this browser holds words of mine that are not to leave it yet. */
export function savedWords(
  { browser, board }: SavedState,
  { reach, behind }: Connection,
  drafted = false,
): SavedWords {
  if (drafted && (browser === 'memory' || browser === 'failed')) return warn(onlyHere[browser]);
  if (drafted && browser === 'saved' && board === 'saved')
    return reach === 'offline' || reach === 'refused'
      ? warn('Saved in this browser; the board can’t be reached now')
      : othersWords('Saved in this browser', reach, behind);
  if (board === 'saved' && browser !== 'saving') return othersWords(safe[browser], reach, behind);
  switch (browser) {
    case 'saved':
      return savedHere[board === 'saved' ? 'saving' : board];
    case 'saving':
      return busy('Saving…');
    case 'memory':
      return notHere(board, 'This browser blocks storage');
    case 'failed':
      return notHere(board, 'This browser could not save');
  }
}

/** Where one's own words are once the board has them. */
const safe: Record<Exclude<SavedState['browser'], 'saving'>, string> = {
  saved: 'Saved on this board',
  memory: 'Saved on this board, not in this browser: it blocks storage',
  failed: 'Saved on this board, not in this browser: its storage may be full',
};

function othersWords(own: string, reach: Connection['reach'], behind: number): SavedWords {
  switch (reach) {
    case 'joining':
      return busy('Reading the board…');
    case 'well':
      return behind === 0 ? { tone: 'good', words: own } : busy(`${own} · fetching what others said`);
    case 'slow':
      return busy(`${own} · others’ words come slowly`);
    case 'offline':
      return warn(
        'The board can’t be reached. Your words are saved on it; others’ may be missing until you are back online',
      );
    case 'refused':
      return warn(
        'The board can’t be read now. Your words are saved on it; others’ may be missing. It is tried again',
      );
  }
}

const onlyHere: Record<'memory' | 'failed', string> = {
  memory: 'This browser blocks storage: your unseen views are lost when this tab closes. Say done before',
  failed: 'This browser could not save your unseen views. Keep this tab open, or say done before it closes',
};

const savedHere: Record<Exclude<SavedState['board'], 'saved'>, SavedWords> = {
  saving: busy('Saved here, sending to the board…'),
  slow: busy('Saved here, syncing slowly'),
  offline: warn('Saved in this browser; the board gets it when you are back online'),
  refused: warn(
    'Saved in this browser; the board refused it. Trying again. If you may only view, ask to edit',
  ),
};

/** This browser keeps nothing, so all depends on the board. */
function notHere(board: SavedState['board'], because: string): SavedWords {
  switch (board) {
    case 'offline':
      return warn(`${because}, and the board can’t be reached. Keep this tab open, or copy what matters`);
    case 'refused':
      return warn(`${because}, and the board refuses. Keep this tab open, and copy what matters`);
    default:
      return warn(`${because}: keep the tab open until the board has your words`);
  }
}
