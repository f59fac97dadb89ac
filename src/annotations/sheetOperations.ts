/** What is done to a sheet document (sheetDocument.ts) beside reading it and keeping its mirror. */
import type * as Y from 'yjs';
import type { TagId, UserId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import { type Closing, writeClosing } from './closings.ts';
import { asText, clip, longest, put } from './entries.ts';
import type { ItemReading } from './mirror.ts';
import { readMirror, writeReadings } from './mirrorEntries.ts';
import type { NextTalk } from './nextTalk.ts';
import { operate } from './schema.ts';
import { sheetRoot as root, type SheetPlace, writeDetails, writePlace } from './sheetDocument.ts';

// Each runs one transaction and returns false, having written nothing, on a newer document.

export interface SheetStart {
  readonly details: SheetDetails;
  readonly engineer: UserId | null;
  readonly place: SheetPlace;
}

/** Writes a new sheet's header, after its drop. */
export const startSheet = (doc: Y.Doc, start: SheetStart): boolean =>
  operate(doc, 'start-sheet', () => {
    writeDetails(doc, start.details);
    put(root(doc, 'about'), 'engineer', start.engineer);
    writePlace(doc, start.place);
  });

/** Says whose sheet it is. Only while it is nobody's: an owner is never replaced by this. */
export const takeOwnership = (doc: Y.Doc, user: UserId): boolean =>
  operate(doc, 'take-ownership', () => {
    if (asText(root(doc, 'about').get('engineer')) === null) root(doc, 'about').set('engineer', user);
  });

/** Items of another board that are not on this one; their words are kept as those of any item that went. */
export const rememberGone = (doc: Y.Doc, by: UserId, items: readonly ItemReading[]): boolean =>
  operate(doc, 'remember-gone', () => {
    const known = readMirror(root(doc, 'items'), root(doc, 'gone')).items;
    const missing = items.filter(({ id }) => !known.has(id));
    writeReadings(root(doc, 'items'), root(doc, 'gone'), by, missing);
    for (const { id } of missing) root(doc, 'gone').set(id, true);
  });

export const switchTags = (
  doc: Y.Doc,
  setting: { readonly on: boolean; readonly by: UserId; readonly at: string },
): boolean =>
  operate(doc, 'switch-tags', () => {
    const tags = root(doc, 'tags');
    if (tags.get('on') === setting.on) return;
    for (const [key, value] of Object.entries(setting)) tags.set(key, value);
  });

/** Puts a tag the app made on record, before it is used. */
export const recordTag = (doc: Y.Doc, id: TagId, title: string): boolean =>
  operate(doc, 'record-tag', () => put(root(doc, 'tagIds'), id, clip(title, longest.name)));

/** How many stickies have no place left for a tag, for everybody's panel to say. */
export const reportFullStickies = (doc: Y.Doc, count: number): boolean =>
  operate(doc, 'report-full-stickies', () => put(root(doc, 'tags'), 'full', count));

/** The tag is gone from the board. */
export const forgetTag = (doc: Y.Doc, id: TagId): boolean =>
  operate(doc, 'forget-tag', () => root(doc, 'tagIds').delete(id));

/** Puts a closed round on the list; its document is written first, so that nobody looks for one that is nowhere. */
export const listRound = (doc: Y.Doc, closing: Closing): boolean =>
  operate(doc, 'list-round', () => writeClosing(root(doc, 'rounds'), closing));

/** When they talk next; null takes the date away. */
export const planNext = (doc: Y.Doc, next: NextTalk | null): boolean =>
  operate(doc, 'plan-next', () => {
    const plans = root(doc, 'plans');
    if (JSON.stringify(plans.get('next') ?? null) !== JSON.stringify(next)) plans.set('next', next);
  });
