/** A value that tells when it changes. Rooms without signals speak in these; the panel turns them into signals. */
import { type Disposer, once } from './disposer.ts';

export interface Observable<T> {
  get(): T;
  /** Calls `listener` after each change, not at once. */
  subscribe(listener: (value: T) => void): Disposer;
}

export interface Source<T> extends Observable<T> {
  set(value: T): void;
}

export function observable<T>(initial: T): Source<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe(listener) {
      const own = (next: T) => listener(next);
      listeners.add(own);
      return once(() => listeners.delete(own));
    },
  };
}
