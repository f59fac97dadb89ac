/**
 * The notes as a table (CSV, RFC 4180): one row a note, whatever its place, with everybody's view. Cells that a
 * spreadsheet would run as a formula are kept from it by the library, with an apostrophe before them.
 */
import { stringify } from 'csv-stringify/browser/esm/sync';
import { cleanLine, cleanLines } from './cleanText.ts';
import type { JobDescription, Note, Person, TakenStance } from './document.ts';
import * as say from './wording.ts';

interface Row {
  readonly pillar: string;
  readonly responsibility: string;
  readonly note: Note;
  /** Where it is instead of in a place of the sheet. */
  readonly remark?: string;
}

function rowsOf(description: JobDescription): readonly Row[] {
  const beside = [...description.tops, ...description.sides];
  return [
    ...description.tops.flatMap(({ title, notes }) =>
      notes.map((note) => ({ pillar: title, responsibility: '', note })),
    ),
    ...description.pillars.flatMap(({ title: pillar, responsibilities }) =>
      responsibilities.flatMap(({ title, notes }) =>
        notes.map((note) => ({ pillar, responsibility: title, note })),
      ),
    ),
    ...beside
      .slice(description.tops.length)
      .flatMap(({ title, notes }) => notes.map((note) => ({ pillar: title, responsibility: '', note }))),
    ...description.unplaced.map((note) => ({
      ...{ pillar: '', responsibility: '', note },
      remark: note.between.length > 0 ? `between ${note.between.join(' and ')}` : 'in no place',
    })),
    ...description.gone.map((note) => ({
      ...{ pillar: '', responsibility: '', note },
      remark: 'no longer on the board',
    })),
  ];
}

const words = (text: string): string => cleanLines(text).join('\n');

const ofPerson = (note: Note, person: Person): TakenStance | undefined =>
  note.stances.find(({ who }) => who === person);

/** Everybody who took a stance on some note, in the order of the participants. */
function speakers(description: JobDescription, rows: readonly Row[]): readonly Person[] {
  const speaking = new Set(rows.flatMap(({ note }) => note.stances.map(({ who }) => who)));
  const known = description.participants.filter((one) => speaking.has(one));
  return [...known, ...[...speaking].filter((one) => !known.includes(one))];
}

export interface CsvOptions {
  /** A mark at the start by which Excel knows UTF-8. */
  readonly withBom?: boolean;
}

const written = (table: readonly (readonly string[])[], bom: boolean): string =>
  stringify([...table], { bom, escape_formulas: true, record_delimiter: 'windows' });

/** A summary has no notes: its rows are those of its tables, one table after the other. */
const tablesOf = ({ around }: JobDescription): readonly (readonly string[])[] =>
  around.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])));

export function csv(description: JobDescription, { withBom = false }: CsvOptions = {}): string {
  if (description.status.kind === 'summary') return written(tablesOf(description), withBom);
  const rows = rowsOf(description);
  const annotated = description.variant === 'annotated';
  const people = annotated ? speakers(description, rows) : [];
  const round = say.roundOf(description)?.title ?? description.status.kind;
  const details = [...new Set(rows.flatMap(({ note }) => note.details.map(({ name }) => name)))];
  const head = [
    ...['Role', 'Team', 'Engineer', 'Round', 'Pillar', 'Responsibility', 'Note'],
    ...details.map(cleanLine),
    ...(annotated ? ['State'] : []),
    ...people.flatMap((one) => [`View of ${say.withRole(one)}`, `Reason of ${say.withRole(one)}`]),
    ...(annotated ? ['Remarks', 'Suggestions that wait'] : []),
    ...['Changed by', 'Changed at', 'Where instead', 'Note id'],
  ];
  const facts = [description.title, description.team, description.engineer].map(cleanLine);
  const lines = rows.map(({ pillar, responsibility, note, remark = '' }) => {
    const said = note.threads.flatMap((thread) => [thread, ...thread.answers]);
    return [
      ...facts,
      round,
      cleanLine(pillar),
      cleanLine(responsibility),
      words(note.text),
      ...details.map((name) =>
        note.details.flatMap((one) => (one.name === name ? [words(one.words)] : [])).join('\n'),
      ),
      ...(annotated ? [note.state === null ? '' : say.plainStateOf(note.state, note.answered)] : []),
      ...people.flatMap((one) => {
        const stance = ofPerson(note, one);
        return stance ? [say.stanceValue(stance), words(stance.reason)] : ['', ''];
      }),
      ...(annotated ? [`${said.length}`, `${said.filter(({ proposes }) => proposes).length}`] : []),
      ...[cleanLine(note.changedBy), cleanLine(note.changedAt), cleanLine(remark), cleanLine(note.id)],
    ];
  });
  return written([head, ...lines], withBom);
}
