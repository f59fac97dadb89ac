/** Beginning, going on with and ending a re-layout of a sheet (relayoutRecord.ts). */
import type * as Y from 'yjs';
import type { Lens } from '../workshop/sheet.ts';
import { put } from './entries.ts';
import { beatKey, nowKey, type RelayoutRecord, readRelayout } from './relayoutRecord.ts';
import { operate } from './schema.ts';
import { changeDetails, placeSheet, type SheetPlace } from './sheetDocument.ts';

export type RelayoutBegun = Omit<RelayoutRecord, 'beat'>;

const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('relayout');

const write = (doc: Y.Doc, { lanes, ...record }: RelayoutBegun): void => {
  root(doc).set(nowKey, { ...record, lanes: Object.fromEntries(lanes) });
  root(doc).delete(beatKey);
};

/** Only where none is under way. Of two who begin at once one stays; who reads another's id leaves it to them. */
export const beginRelayout = (doc: Y.Doc, begun: RelayoutBegun): boolean =>
  operate(doc, 'begin-relayout', () => {
    if (!root(doc).has(nowKey)) write(doc, begun);
  });

/** Before anything was moved. */
export const giveUpRelayout = (doc: Y.Doc, id: string): boolean =>
  operate(doc, 'give-up-relayout', () => {
    if (readRelayout(root(doc)).value?.id === id) root(doc).delete(nowKey);
  });

/** Whoever goes on with it, there or back. `was`: the run that it takes the place of. */
export const takeOnRelayout = (doc: Y.Doc, was: string, begun: RelayoutBegun): boolean =>
  operate(doc, 'take-on-relayout', () => {
    if (readRelayout(root(doc)).value?.id === was) write(doc, begun);
  });

/** So that others see that somebody is at it, whatever their clocks say. */
export const beatRelayout = (doc: Y.Doc, id: string, beat: number): boolean =>
  operate(doc, 'beat-relayout', () => {
    if (readRelayout(root(doc)).value?.id === id) put(root(doc), beatKey, beat);
  });

/** All at once: from here on the sheet is read by this lens and these headers. */
export const endRelayout = (
  doc: Y.Doc,
  id: string,
  { lens, place }: { readonly lens: Lens; readonly place: SheetPlace },
): boolean =>
  operate(doc, 'end-relayout', () => {
    if (readRelayout(root(doc)).value?.id !== id) return;
    changeDetails(doc, { lens });
    placeSheet(doc, place);
    root(doc).delete(nowKey);
    root(doc).delete(beatKey);
  });
