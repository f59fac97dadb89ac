/** The documents of the board's session as signals: the session itself, and everybody's badge. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { type Badge, readBadge } from '../../../annotations/session/badgeDocument.ts';
import { readSession, type SessionContent } from '../../../annotations/session/sessionDocument.ts';
import {
  badgeName,
  parseBadgeName,
  parseSessionName,
  sessionName,
} from '../../../annotations/sessionNames.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { UserId } from '../../../workshop/ids.ts';

export interface LiveDocuments {
  readonly content: ReadonlySignal<SessionContent>;
  readonly badges: ReadonlySignal<readonly Badge[]>;
  /** Whether what the board has of the session has been read. */
  readonly ready: ReadonlySignal<boolean>;
  /** As they are now: a deleted one is followed by the next edition. */
  session(): Y.Doc;
  myBadge(): Y.Doc;
  /** Reads the session again at once, after writing it. */
  read(): void;
  readonly dispose: Disposer;
}

export function liveDocuments(sync: Sync, me: UserId): LiveDocuments {
  const owned = disposers();
  const living = (nameOf: (edition: number) => string): string => {
    let edition = 1;
    while (sync.deleted.get().includes(nameOf(edition))) edition += 1;
    return nameOf(edition);
  };
  const follow = (doc: Y.Doc, task: () => void): Disposer => {
    let waiting = false;
    const onUpdate = (): void => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        task();
      });
    };
    doc.on('update', onUpdate);
    task();
    return () => doc.off('update', onUpdate);
  };

  let opened = sync.open(living(sessionName));
  const content = signal(readSession(opened.doc));
  const ready = signal(false);
  const read = (): void => {
    content.value = readSession(opened.doc);
  };
  let unfollow = follow(opened.doc, read);
  owned.add(() => unfollow());
  void opened.joined.then(() => {
    ready.value = true;
  });

  /** By document name; somebody may have two for a moment. */
  const badges = signal<ReadonlyMap<string, Badge>>(new Map());
  const followed = new Set<string>();
  const followBadge = (name: string): void => {
    const user = parseBadgeName(name)?.user;
    if (user === undefined || followed.has(name)) return;
    followed.add(name);
    const { doc } = sync.open(name);
    owned.add(
      follow(doc, () => {
        badges.value = new Map(badges.peek()).set(name, readBadge(doc, user));
      }),
    );
  };
  const myBadge = (): string => living((edition) => badgeName(me, edition));
  const findBadges = (): void => sync.names.get().forEach(followBadge);
  findBadges();
  followBadge(myBadge());
  owned.add(sync.names.subscribe(findBadges));
  owned.add(
    sync.deleted.subscribe((gone) => {
      badges.value = new Map([...badges.peek()].filter(([name]) => !gone.includes(name)));
      if (!gone.some((name) => parseSessionName(name) !== null)) return;
      unfollow();
      opened = sync.open(living(sessionName));
      unfollow = follow(opened.doc, read);
    }),
  );

  return {
    content,
    badges: computed(() => [...badges.value.values()]),
    ready,
    session: () => opened.doc,
    myBadge() {
      followBadge(myBadge());
      return sync.open(myBadge()).doc;
    },
    read,
    dispose: owned.dispose,
  };
}
