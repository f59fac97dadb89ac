/** Where notes of a sheet are written, switched by a person; also right after a drop (dropping.ts). Loaded on demand. */
import type * as Y from 'yjs';
import { switchWriting } from '../../../annotations/noteDrafts/switchWriting.ts';
import type { UserId } from '../../../workshop/ids.ts';

/** A step is named for who began it and when: nobody begins two at once. */
export const switchNotes = (document: Y.Doc, on: boolean, by: UserId, at: string): boolean =>
  switchWriting(document, { on, step: `${at} ${by}`, by, at });
