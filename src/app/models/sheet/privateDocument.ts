/** A document of this browser's only, as a signal. Whatever discards it, there or in another page, leaves an empty one. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { Sync } from '../../../sync/sync.ts';

export interface PrivateDocument<T> {
  readonly content: ReadonlySignal<T>;
  /** As it is now: after it was discarded another one has its name. */
  doc(): Y.Doc;
  readonly dispose: Disposer;
}

/** Resolves once this browser's copy has been read. */
export async function openPrivateDocument<T>(
  sync: Pick<Sync, 'openPrivate' | 'forgotten'>,
  name: string,
  read: (doc: Y.Doc) => T,
): Promise<PrivateDocument<T>> {
  const owned = disposers();
  const open = () => sync.openPrivate(name);
  await open().loaded;
  const content = signal(read(open().doc));
  let over = false;
  const follow = (): void => {
    const { doc } = open();
    const onUpdate = (): void => {
      content.value = read(doc);
    };
    // Not at once: what is discarded leaves the disk only after this event.
    const again = (): void =>
      queueMicrotask(() => {
        if (!over && !sync.forgotten.get()) follow();
      });
    onUpdate();
    doc.on('update', onUpdate);
    doc.on('destroy', again);
    owned.add(() => {
      doc.off('update', onUpdate);
      doc.off('destroy', again);
    });
  };
  follow();
  owned.add(() => {
    over = true;
  });
  return { content, doc: () => open().doc, dispose: owned.dispose };
}
