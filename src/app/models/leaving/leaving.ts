/**
 * Leaving no trace when asked: deleting one's own words in a sheet, a whole sheet that one owns, or what this browser
 * keeps. None of it can be undone, so each is asked about first, in words that say what goes and what stays elsewhere.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { SheetModel } from '../sheet/sheetModel.ts';

export type Farewell = 'my words' | 'this browser' | 'the sheet';

export interface Leaving {
  /** What the person is asked about now. */
  readonly asking: ReadonlySignal<Farewell | null>;
  readonly working: ReadonlySignal<boolean>;
  ask(what: Farewell): void;
  keep(): void;
  /** Does what was asked about, after the answer was yes. */
  goAhead(sheet: SheetModel): Promise<void>;
}

/** Loads what does it. */
type Load = () => Promise<{ carryOut(what: Farewell, sheet: SheetModel): Promise<void> }>;

export function leaving(load: Load): Leaving {
  const asking = signal<Farewell | null>(null);
  const working = signal(false);
  return {
    asking,
    working,
    ask(what) {
      asking.value = what;
      // Ready before the answer.
      void load();
    },
    keep() {
      asking.value = null;
    },
    async goAhead(sheet) {
      const what = asking.value;
      if (!what || working.value) return;
      working.value = true;
      try {
        await (await load()).carryOut(what, sheet);
      } finally {
        working.value = false;
        asking.value = null;
      }
    },
  };
}
