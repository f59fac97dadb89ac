import type * as Y from 'yjs';
import type { Remark } from '../../../annotations/desk.ts';
import type { RemarkEdited } from '../../../annotations/deskDocument.ts';
import type { ItemId } from '../../../workshop/ids.ts';

/** Where words go that are not for others' eyes yet. Each returns false when this version may not write there. */
export interface Hiding {
  write(speak: (doc: Y.Doc) => boolean): boolean;
  clearStance(note: ItemId, at: string): boolean;
  editRemark(remark: Remark, edited: RemarkEdited): boolean;
}
