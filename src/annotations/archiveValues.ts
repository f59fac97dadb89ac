/** The fields of an archive, as they are read from plain values. */
import type { Box } from '../base/box.ts';
import { itemId, type LaneId, sheetId, userId } from '../workshop/ids.ts';
import { lenses, type SheetDetails } from '../workshop/sheet.ts';
import type {
  ArchivedBeside,
  ArchivedBrought,
  ArchivedLayout,
  ArchivedNote,
  SheetArchive,
} from './archive.ts';
import { readRecords, readRound } from './archivedRounds.ts';
import { type BesideWord, longestValue, nameOf } from './beside/word.ts';
import { longest } from './entries.ts';
import { readDeskValue } from './plainDesk.ts';
import {
  count,
  flag,
  id,
  list,
  number,
  oneOf,
  orNull,
  type Reader,
  record,
  text,
  time,
} from './plainValues.ts';

const line = text(longest.line);
const name = text(longest.name);
const anyId = id(String);

export const readDetails = record<SheetDetails>({
  id: id(sheetId),
  template: anyId,
  lens: oneOf(lenses),
  title: line,
  team: line,
  level: line,
  engineer: line,
  reviewers: list(name),
  createdAt: time,
});

const readBox = record<Box>({ x: number, y: number, width: number, height: number });

const readNote = record<ArchivedNote>({
  id: id(itemId),
  text: text(longest.text),
  colour: name,
  // A lane of a template that we may not have; whoever uses it looks it up.
  lanes: list(
    id((lane) => lane as LaneId),
    String,
  ),
  gone: flag,
  box: readBox,
  modifiedAt: time,
  modifiedBy: name,
});

const readLayout = record<ArchivedLayout>({
  width: number,
  height: number,
  headers: list(record({ key: anyId, box: readBox }), ({ key }) => key),
});

const readBeside = list(
  record<BesideWord>({ root: anyId, key: text(longest.line), value: text(longestValue) }),
  nameOf,
);

const readBrought = record<ArchivedBrought>(
  { desk: readDeskValue, by: id(userId), at: time, board: anyId },
  { beside: readBeside },
);

export const readArchive: Reader<SheetArchive> = record<SheetArchive>(
  {
    board: anyId,
    at: time,
    by: record({ user: id(userId), name }),
    details: readDetails,
    engineer: orNull(id(userId)),
    notes: list(readNote, (note) => note.id),
    desks: list(readDeskValue, ({ owner }) => owner),
    brought: list(readBrought, ({ desk }) => desk.owner),
    unknown: count,
  },
  {
    layout: readLayout,
    rounds: list(readRound, ({ hash }) => hash),
    records: list(readRecords, ({ owner }) => owner),
    beside: list(record<ArchivedBeside>({ owner: id(userId), words: readBeside }), ({ owner }) => owner),
    shared: readBeside,
  },
);
