/** The names of documents that never leave one person's browser. */
import type { SheetId, UserId } from '../workshop/ids.ts';
import { escaped } from './names.ts';

/** Of a document that is only this browser's: what its person has looked at in the sheet (lookedDocument.ts). */
export const lookedName = (sheet: SheetId): string => `looked/${escaped(sheet)}`;

/** What somebody says there while it is for nobody else: a document that never leaves their browser. */
export const draftName = (sheet: SheetId, user: UserId): string => `draft/${escaped(sheet)}/${escaped(user)}`;
/** As that, but what they answer to why the role is needed now (whyNow/). */
export const whyNowDraftName = (sheet: SheetId, user: UserId): string =>
  `why-now/${escaped(sheet)}/${escaped(user)}`;
/** As that, but the notes they write unseen (noteDrafts/). */
export const noteDraftName = (sheet: SheetId, user: UserId): string =>
  `draft-notes/${escaped(sheet)}/${escaped(user)}`;

/** All documents about a sheet that are in one person's browser only; they go when its person leaves no trace. */
export const privateNames = (sheet: SheetId, user: UserId): readonly string[] => [
  draftName(sheet, user),
  whyNowDraftName(sheet, user),
  noteDraftName(sheet, user),
  lookedName(sheet),
];

/** What somebody would say in the session while it is for nobody else. */
export const badgeDraftName = (user: UserId): string => `badge-draft/${escaped(user)}`;
