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

/** Collects what an owner has to undo, and undoes it in reverse order. */
export function disposers() {
  const collected: Disposer[] = [];
  return {
    add(disposer: Disposer): void {
      collected.push(disposer);
    },
    dispose: once(() => {
      for (const disposer of collected.reverse()) disposer();
    }),
  };
}
