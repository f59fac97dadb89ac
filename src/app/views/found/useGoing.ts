/** One press at a time: going on with a sheet takes a few answers of the board. */
import { useState } from 'preact/hooks';

export function useGoing() {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    on(work: () => Promise<void>) {
      setBusy(true);
      void work().finally(() => setBusy(false));
    },
  };
}
