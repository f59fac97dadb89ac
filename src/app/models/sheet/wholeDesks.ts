/** Everybody's desks with all that lies on them, also what is for nobody's eyes yet; for what looks at each of these. */
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { Desk } from '../../../annotations/desk.ts';
import { type DeskRecords, readDeskRecords } from '../../../annotations/deskRecords.ts';
import { readHeld } from '../../../annotations/heldWords.ts';
import type { SheetContent } from '../../../annotations/sheetDocument.ts';
import { keptBack, type WholeDesk } from '../../../annotations/unseen.ts';
import type { DeskSource } from './sheetDocuments.ts';

export interface DeskWithRecords {
  readonly whole: WholeDesk;
  readonly records: DeskRecords;
}

/** A desk is parsed anew at each change, so what else lies on it is read once for each parsing. */
const read = new WeakMap<Desk, DeskWithRecords>();

export function deskWithRecords({ desk, doc }: DeskSource): DeskWithRecords {
  const known = read.get(desk) ?? {
    whole: { desk, ...readHeld(doc) },
    records: readDeskRecords(doc, desk.owner),
  };
  read.set(desk, known);
  return known;
}

/** Whether something may have been said that a round closed now would not hold. */
export const someHeldBack = (
  { blind }: Pick<SheetContent, 'blind'>,
  desks: readonly DeskWithRecords[],
): boolean => blindStep(blind) !== null || desks.some(({ whole }) => keptBack(blind, whole).length > 0);
