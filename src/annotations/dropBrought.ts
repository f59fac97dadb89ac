/** Taking away the record of words that somebody else brought along. */
import type * as Y from 'yjs';
import type { UserId } from '../workshop/ids.ts';
import { keysOf } from './broughtEntries.ts';
import { operate } from './schema.ts';

/** Inside a transaction. */
export function takeAway(doc: Y.Doc, owner: UserId): void {
  const brought = doc.getMap('brought');
  for (const key of keysOf(brought, owner)) brought.delete(key);
}

/** The record goes. It may be brought again. */
export const dismissBrought = (doc: Y.Doc, owner: UserId): boolean =>
  operate(doc, 'dismiss-brought', () => takeAway(doc, owner));

/** The record goes, and nobody ever brings words of this person to this sheet again. For the person alone to ask. */
export const dropBrought = (doc: Y.Doc, owner: UserId, at: string): boolean =>
  operate(doc, 'drop-brought', () => {
    takeAway(doc, owner);
    const unwanted = doc.getMap('unwanted');
    if (!unwanted.has(owner)) unwanted.set(owner, at);
  });
