/** Short messages at the bottom of this window. */
import { type Signal, signal } from '@preact/signals';
import type { Clock } from '../../base/clock.ts';

export interface Notice {
  readonly id: number;
  readonly type: 'info' | 'error';
  readonly message: string;
}

/** Milliseconds a notice stays; errors longer, since they ask for something to be done. */
const stays = { info: 5_000, error: 9_000 } as const;
const mostAtOnce = 4;

export interface Notices {
  readonly shown: Signal<readonly Notice[]>;
  tell(type: Notice['type'], message: string): void;
  dismiss(id: number): void;
}

export function createNotices(clock: Clock): Notices {
  const shown = signal<readonly Notice[]>([]);
  let last = 0;
  const dismiss = (id: number) => {
    shown.value = shown.value.filter((notice) => notice.id !== id);
  };
  return {
    shown,
    dismiss,
    tell(type, message) {
      last += 1;
      const id = last;
      // Said again, it stands last and once.
      const others = shown.value.filter((notice) => notice.message !== message || notice.type !== type);
      shown.value = [...others.slice(1 - mostAtOnce), { id, type, message }];
      clock.after(stays[type], () => dismiss(id));
    },
  };
}
