/** Loads something when it is first asked for, and again where that failed. Null until it is there. */
import { signal } from '@preact/signals';

export function onDemand<T>(load: () => Promise<T>): () => T | null {
  const loaded = signal<T | null>(null);
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      load().then(
        (value) => {
          loaded.value = value;
        },
        () => {
          asked = false;
        },
      );
    }
    return loaded.value;
  };
}
