import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { citeLine, markLevel, type PlaceDesk, readPlaceDesk } from '../../src/annotations/place/placeDesk.ts';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { jobDescription } from '../../src/export/jobDescription.ts';
import { markdown } from '../../src/export/markdown.ts';
import { ladderDetails, type PlaceTold, placeTelling } from '../../src/export/place.ts';
import { sheetNow } from '../../src/export/sheetNow.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { builtInLadder } from '../../src/workshop/ladder/builtInLadder.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { engineer, erin, manager, mona, noon, note, talkOf } from '../annotations/builders.ts';
import { details } from '../support/sheets.ts';

const words = { level: 'Staff', dimension: 'Influence', text: 'The whole _group_\u202e' };
const line = { level: 'staff', dimension: 'influence' };

const mark = (doc: Y.Doc, now: string, role: string) => {
  markLevel(doc, 'now', { level: now, title: now, at: noon });
  markLevel(doc, 'role', { level: role, title: role, at: noon });
};
const said = (owner: typeof erin, say: (doc: Y.Doc) => void): PlaceDesk => {
  const doc = new Y.Doc();
  say(doc);
  return readPlaceDesk(doc, owner);
};

const erins = said(erin, (doc) => {
  mark(doc, 'senior', 'staff');
  citeLine(doc, { note: note.id, line, words, at: noon });
});
const monas = said(mona, (doc) => {
  mark(doc, 'senior', 'senior-staff');
  citeLine(doc, { note: note.id, line, words: { ...words, dimension: 'Craft' }, at: noon });
});

const told = (...desks: PlaceDesk[]): PlaceTold => ({
  ladder: builtInLadder,
  desks,
  talk: talkOf(engineer(), manager()),
  notes: [note],
});

function documentOf(place: PlaceTold) {
  const telling = placeTelling(place);
  return jobDescription({
    template: staffRole,
    status: { kind: 'draft', at: noon },
    around: telling ? [telling] : [],
    told: sheetNow({
      details,
      talk: talkOf(engineer(), manager()),
      notes: {
        ...{ strays: [], onBorder: [], gone: [] },
        lanes: new Map([[laneId('execution', 'exploration'), [note]]]),
      },
      detailsOf: (id) => ladderDetails(id, place),
    }),
  });
}

describe('a document', () => {
  const text = markdown(documentOf(told(monas, erins)));

  test('tells where the role stands, how far that is, and as what it is written', () => {
    expect(text).toContain('## Where the role stands');
    expect(text).toContain('Level now: **Senior** – Is trusted');
    expect(text).toContain('This role: **Staff** – Brings clarity');
    expect(text).toContain('One level up. Written as a stretch');
    expect(text).toContain('mona Example (manager) sees this role at Senior Staff.');
  });

  test('tells what a line of the ladder means here, and at the note where it comes from', () => {
    expect(text).toContain('| The ladder says');
    expect(text).toMatch(
      /\| Staff · Influence: The whole \\_group\\_ +\| Cut the nightly job to two hours \|/,
    );
    expect(text).toContain('**From the ladder, Staff · Influence:** The whole \\_group\\_');
    expect(text).toContain('**mona Example (manager) points to Staff · Craft:** The whole');
    expect(text).not.toContain('\u202e');
  });

  test('of the job description alone leaves out what others see otherwise', () => {
    const clean = chosen(documentOf(told(monas, erins)), { variant: 'clean', chapters });
    expect(markdown(clean)).toContain('Level now: **Senior**');
    expect(JSON.stringify(clean)).not.toContain('sees this role');
  });

  test('says nothing of the place while nobody has marked or cited anything', () => {
    expect(placeTelling(told())).toBeNull();
    expect(
      documentOf(told()).pillars.flatMap(({ responsibilities }) => responsibilities)[2]?.notes,
    ).toMatchObject([{ details: [] }]);
  });

  test('is the same whatever order desks arrive in', () => {
    expect(documentOf(told(erins, monas))).toEqual(documentOf(told(monas, erins)));
  });
});
