/** The app's pages on this person's screen: panel, modal, notices. */
import { type Disposer, once } from '../base/disposer.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro } from './sdk.ts';

/** Longer messages are not promised to be shown (notifications page). */
const noticeLimit = 80;

export interface Screens {
  /** Only the headless page hears the icon. */
  onIcon(listener: () => void): Disposer;
  /** False when another panel is in the way. */
  openPanel(url: string): Promise<boolean>;
  openModal(url: string, size: { readonly width: number; readonly height: number }): Promise<boolean>;
  closeModal(): Promise<void>;
  notify(message: string): Promise<void>;
}

export const shortened = (message: string): string => {
  const characters = [...message];
  return characters.length <= noticeLimit ? message : `${characters.slice(0, noticeLimit - 1).join('')}…`;
};

export function miroScreens(miro: Miro, calls: Calls): Screens {
  return {
    onIcon(listener) {
      miro.board.ui.on('icon:click', listener);
      return once(() => miro.board.ui.off('icon:click', listener));
    },
    async openPanel(url) {
      if (!(await calls(credits.level1, () => miro.board.ui.canOpenPanel()))) return false;
      await calls(credits.level1, () => miro.board.ui.openPanel({ url }));
      return true;
    },
    async openModal(url, size) {
      if (!(await calls(credits.level1, () => miro.board.ui.canOpenModal()))) return false;
      await calls(credits.level1, () => miro.board.ui.openModal({ url, ...size }));
      return true;
    },
    closeModal: () => calls(credits.level1, () => miro.board.ui.closeModal()),
    notify: (message) => calls(credits.level1, () => miro.board.notifications.showInfo(shortened(message))),
  };
}
