/** The one message the panel shows at a time. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../base/clock.ts';
import type { Disposer } from '../../base/disposer.ts';
import type { NoticeContent } from './notice.ts';

/** Milliseconds for which good news is shown, and news with something to click. */
const newsStays = 10_000;
const actionStays = 30_000;

export interface Notices {
  readonly notice: ReadonlySignal<NoticeContent | null>;
  /** A warning stays until it is closed. Good news goes by itself, and with it an undo that would soon be out of date. */
  tell(content: NoticeContent): void;
  dismiss(): void;
  dispose(): void;
}

export function notices(clock: Clock): Notices {
  const notice = signal<NoticeContent | null>(null);
  let cancelEnd: Disposer | null = null;
  const dismiss = (): void => {
    cancelEnd?.();
    cancelEnd = null;
    notice.value = null;
  };
  return {
    notice,
    tell(content) {
      dismiss();
      notice.value = content;
      if (content.tone === 'info') cancelEnd = clock.after(content.action ? actionStays : newsStays, dismiss);
    },
    dismiss,
    dispose: () => cancelEnd?.(),
  };
}
