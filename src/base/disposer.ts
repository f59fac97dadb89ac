/** Undoes one subscription, timer or connection. Safe to call twice. */
export type Disposer = () => void;

/** Makes any clean-up safe to call twice. */
export function once(cleanUp: () => void): Disposer {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    cleanUp();
  };
}

/**
 * Collects what an owner has to undo, and undoes it in reverse order. What comes too late (loaded or granted after the
 * owner has gone) is undone at once.
 */
export function disposers() {
  const collected: Disposer[] = [];
  let disposed = false;
  return {
    add(disposer: Disposer): void {
      if (disposed) disposer();
      else collected.push(disposer);
    },
    dispose: once(() => {
      disposed = true;
      for (const disposer of collected.reverse()) disposer();
    }),
  };
}
