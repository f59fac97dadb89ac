/** Sheets that have been talked about, as documents and as the values that the sheet file is made of. All made up. */
import * as Y from 'yjs';
import type { Desk, Remark, Stance } from '../../src/annotations/desk.ts';
import type { ArchiveParts } from '../../src/annotations/makeArchive.ts';
import { changeDetails, mirrorItems, readSheet } from '../../src/annotations/sheetDocument.ts';
import { gatherTalk, type NoteText } from '../../src/annotations/talk.ts';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { jobDescription } from '../../src/export/jobDescription.ts';
import { type SheetNow, sheetNow } from '../../src/export/sheetNow.ts';
import { itemId, type LaneId, laneId, sheetId, userId } from '../../src/workshop/ids.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';

const engineer = userId('1');
const manager = userId('2');
const at = '2026-11-23T09:00:00Z';

function desk(owner: typeof engineer, notes: readonly NoteText[], remarksPerNote: number): Desk {
  const value: Stance['value'] = owner === engineer ? 'agree' : 'agree-if';
  const remarks = notes.flatMap((note, index): Remark[] =>
    Array.from({ length: remarksPerNote / 2 }, (_, part) => ({
      id: `${owner}-${index}-${part}`,
      note: note.id,
      text: 'Who would notice if this were done half as well, and how would we hear of it in time?',
      // Each answers the one before it, and every tenth note has a suggestion.
      answers: part > 0 ? `${owner}-${index}-${part - 1}` : null,
      wording:
        part === 0 && index % 10 === 0 && owner === manager
          ? { proposed: note.text.replace('two by June', 'three by May'), original: note.text }
          : null,
      at,
      editedAt: null,
    })),
  );
  return {
    owner,
    name: owner === engineer ? 'Erin Example' : 'Max Example',
    claim: owner === engineer ? 'engineer' : 'manager',
    confirmed: new Map(owner === engineer ? [[manager, 'manager']] : []),
    stances: new Map(
      notes.map((note) => [
        note.id,
        { note: note.id, value, reason: 'with the platform team', text: note.text, at },
      ]),
    ),
    remarks,
    verdicts: [],
    unknown: 0,
    newer: false,
  };
}

export interface HowMuch {
  readonly notes: number;
  readonly remarksPerNote: number;
}

/** What an export begins with. */
export function talkedAbout({ notes, remarksPerNote }: HowMuch): SheetNow {
  const places = staffRole.responsibilities.flatMap((one) =>
    one.pillars.map((pillar) => laneId(pillar, one.id)),
  );
  const lanes = new Map<LaneId, NoteText[]>();
  for (let index = 0; index < notes; index += 1) {
    const lane = places[index % places.length];
    if (lane === undefined) throw new Error('The template has no place for notes');
    const text = `Bring the nightly backfill from ${index + 2} hours to two by June, so that the desk can rerun it.`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), { id: itemId(`${index}`), text }]);
  }
  const all = [...lanes.values()].flat();
  return {
    details: {
      id: sheetId('bench'),
      template: staffRole.id,
      lens: 'pillars',
      title: 'Staff Machine Learning Engineer',
      team: 'Credit',
      level: 'Staff',
      engineer: 'Erin Example',
      reviewers: ['Max Example'],
      createdAt: at,
    },
    notes: { lanes, strays: [], onBorder: [], gone: [] },
    talk: gatherTalk([desk(engineer, all, remarksPerNote), desk(manager, all, remarksPerNote)], engineer),
  };
}

export const documentOf = (now: SheetNow): JobDescription =>
  chosen(jobDescription({ told: sheetNow(now), template: staffRole, status: { kind: 'draft', at } }), {
    variant: 'annotated',
    chapters,
  });

/** What the file with everything is made of. */
export function archiveParts({ details, notes, talk }: SheetNow): ArchiveParts {
  const doc = new Y.Doc();
  changeDetails(doc, details);
  const box = { x: 200, y: 200, width: 199, height: 228 };
  const look = { kind: 'sticky', colour: 'light_yellow', modifiedAt: at, modifiedBy: engineer } as const;
  const all = [...notes.lanes].flatMap(([lane, own]) => own.map((note) => ({ ...note, lane })));
  mirrorItems(
    doc,
    engineer,
    all.map(({ id, text }) => ({ id, text, box, ...look })),
  );
  return {
    ...{ board: 'bench', at, by: { user: engineer, name: 'Erin Example' } },
    content: readSheet(doc),
    desks: [...talk.desks.values()],
    lanes: new Map(all.map(({ id, lane }) => [id, [lane]])),
  };
}
