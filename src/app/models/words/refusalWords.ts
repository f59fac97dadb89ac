/** A refusal of the board, in words that say what happened and what to do next. */
import { BoardRefusal } from '../../../board/port.ts';

/** `what` completes "could not …". */
export function refusalWords(error: unknown, what: string): string {
  const reason = error instanceof BoardRefusal ? error.reason : 'refused';
  switch (reason) {
    case 'rate':
      return `Miro asks us to slow down, so the app could not ${what} just now. Wait a minute and try again.`;
    case 'gone':
      return `The app could not ${what}: it is no longer on the board. Undo its removal, or go on without it.`;
    case 'no-access':
      return `The app could not ${what}: you may read this board but not change it. Ask its owner for edit rights.`;
    case 'offline':
      return `The board can't be reached, so the app could not ${what}. Look at your connection, then try again.`;
    case 'too-long':
      return `The app could not ${what}: it is too long for a sticky. Miro takes 6,000 characters, and &, < and > count as several. Shorten it a little.`;
    case 'moving':
      return `The sheet is being laid out anew, so the app could not ${what} just now. Once that is done, try again.`;
    case 'refused':
      return `Miro refused: the app could not ${what}. Try again; if it stays so, reload the board.`;
  }
}
