/** What one person set for themselves in sessions, in a document of their browser only. */
import type * as Y from 'yjs';
import { put } from '../../../annotations/entries.ts';
import { operate } from '../../../annotations/schema.ts';
import { readDots } from '../../../annotations/session/badgeDots.ts';
import type { ItemId } from '../../../workshop/ids.ts';

export interface OwnSettings {
  /** No sound and no notice when a stage is over. */
  readonly muted: boolean;
  /** Dots that are nobody else’s to see yet (badgeDots.ts). */
  readonly dots: ReadonlyMap<string, readonly ItemId[]>;
}

const settingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('settings');

export const readOwnSettings = (doc: Y.Doc): OwnSettings => ({
  muted: settingsOf(doc).get('muted') === true,
  dots: readDots(doc),
});

export const setMuted = (doc: Y.Doc, muted: boolean): boolean =>
  operate(doc, 'mute', () => put(settingsOf(doc), 'muted', muted));
