import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/annotations/desk.ts';
import { gatherTalk, type NoteText } from '../../src/annotations/talk.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { jobDescription } from '../../src/export/jobDescription.ts';
import { type SheetNotes, sheetNow } from '../../src/export/sheetNow.ts';
import { itemId, type LaneId, laneId, sheetId } from '../../src/workshop/ids.ts';
import type { SheetDetails } from '../../src/workshop/sheet.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import {
  engineer,
  erin,
  manager,
  peer,
  remark,
  stance,
  suggestion,
  verdict,
} from '../annotations/builders.ts';

const details: SheetDetails = {
  id: sheetId('s1'),
  template: 'staff-role',
  lens: 'responsibilities',
  title: 'Staff ML Engineer',
  team: 'Credit',
  level: 'Staff (L6)',
  engineer: 'Erin Example',
  reviewers: ['Mona Example'],
  createdAt: '2026-11-01T09:00:00Z',
};

const direction = laneId('big-picture', 'technical-direction');
const glueInExecution = laneId('execution', 'being-glue');
const glueInLeveling = laneId('leveling-up', 'being-glue');
const oneJob = laneId('side', 'one-job');

// The builders' stances and remarks are about this note.
const first: NoteText = { id: itemId('n1'), text: 'Cut the nightly job to two hours' };
const other = (id: string, text: string): NoteText => ({ id: itemId(id), text });

const built = (
  lanes: readonly (readonly [LaneId, readonly NoteText[]])[],
  desks: readonly Desk[] = [engineer(), manager()],
  rest: Partial<SheetNotes> = {},
): JobDescription =>
  jobDescription({
    told: sheetNow({
      details,
      notes: { lanes: new Map(lanes), strays: [], onBorder: [], gone: [], ...rest },
      talk: gatherTalk(desks, erin),
    }),
    template: staffRole,
    status: { kind: 'draft', at: '2026-11-23T09:00:00Z' },
  });

const outline = ({ pillars }: JobDescription) =>
  pillars.flatMap((pillar) =>
    pillar.responsibilities.map(({ title, notes }) => [
      pillar.title,
      title,
      ...notes.map(({ text }) => text),
    ]),
  );

describe('building the document', () => {
  test('it always runs pillar by pillar, whichever lens the sheet has, with glue in both its places', () => {
    const description = built([
      [glueInLeveling, [other('n3', 'Teach the hand-over')]],
      [glueInExecution, [other('n2', 'Own the hand-over')]],
      [direction, [first]],
    ]);
    expect(outline(description)).toEqual([
      ['Big-picture thinking', 'Technical direction', first.text],
      ['Big-picture thinking', 'Engineering perspective'],
      ['Execution', 'Exploration'],
      ['Execution', 'Being glue', 'Own the hand-over'],
      ['Leveling up', 'Being glue', 'Teach the hand-over'],
      ['Leveling up', 'Mentorship and sponsorship'],
    ]);
  });

  test('its head says who, for which team, and who takes part in which role', () => {
    const {
      title,
      team,
      level,
      engineer: who,
      participants,
      reviewers,
      status,
      timeZone,
    } = built([], [engineer(), manager(), peer({ claim: 'manager' })]);
    expect({ title, team, level, who, participants, reviewers, status, timeZone }).toEqual({
      title: 'Staff ML Engineer',
      team: 'Credit',
      level: 'Staff (L6)',
      who: 'Erin Example',
      participants: [
        { name: 'erin Example', role: 'engineer', confirmed: true },
        { name: 'mona Example', role: 'manager', confirmed: true },
        { name: 'pia Example', role: 'manager', confirmed: false },
      ],
      reviewers: ['Mona Example'],
      status: { kind: 'draft', at: '2026-11-23T09:00:00Z' },
      timeZone: 'UTC',
    });
  });

  test('where the engineer’s desk has not arrived, the sheet tells their name', () => {
    expect(built([], [manager()]).participants[0]).toEqual({
      name: 'Erin Example',
      role: 'engineer',
      confirmed: true,
    });
  });

  test('a note comes with its state and with everything said about it', () => {
    const mona = { name: 'mona Example', role: 'manager', confirmed: true };
    const erinHere = { name: 'erin Example', role: 'engineer', confirmed: true };
    const desks = [
      engineer({
        stances: stance('agree', { text: 'An earlier text' }),
        remarks: [remark('r2', { answers: 'r1', text: 'Because.' })],
        verdicts: [{ ...verdict('r3', 'declined'), reason: 'Not this year' }],
      }),
      manager({
        stances: stance('agree-if', { reason: 'by June' }),
        remarks: [remark('r1', { text: 'Why?' }), suggestion('r3', 'Cut it to one hour')],
      }),
    ];
    const at = '2026-11-20T12:00:00.000Z';
    expect(built([[oneJob, [first]]], desks).tops[0]?.notes).toEqual([
      {
        id: 'n1',
        text: first.text,
        details: [],
        state: 'change-proposed',
        stances: [
          { who: erinHere, value: 'agree', reason: '', earlierText: true },
          { who: mona, value: 'agree-if', reason: 'by June', earlierText: false },
        ],
        threads: [
          {
            id: 'r1',
            who: mona,
            at,
            text: 'Why?',
            wording: null,
            proposes: false,
            resolved: false,
            verdict: null,
            reason: '',
            countered: false,
            answers: [
              {
                id: 'r2',
                who: erinHere,
                at,
                text: 'Because.',
                wording: null,
                proposes: false,
                verdict: null,
                reason: '',
                countered: false,
              },
            ],
          },
          {
            id: 'r3',
            who: mona,
            at,
            text: 'about r3',
            wording: 'Cut it to one hour',
            proposes: false,
            resolved: true,
            verdict: 'declined',
            reason: 'Not this year',
            countered: false,
            answers: [],
          },
        ],
        changedBy: '',
        changedAt: '',
      },
    ]);
  });

  test('agreement is counted per pillar, outside the pillars, and in all; blank notes count for nothing', () => {
    const agreed = { stances: stance('agree') };
    const description = built(
      [
        [direction, [first, other('n2', 'Another'), other('n9', ' \n')]],
        [oneJob, [other('n3', 'The job')]],
      ],
      [engineer(agreed), manager(agreed)],
    );
    expect(description.pillars.map(({ agreement }) => agreement)).toEqual([
      { notes: 2, agreed: 1 },
      { notes: 0, agreed: 0 },
      { notes: 0, agreed: 0 },
    ]);
    expect(description.agreementAround).toEqual({ notes: 1, agreed: 0 });
    expect(description.agreement).toEqual({ notes: 3, agreed: 1 });
  });

  test('places without words are named in reading order', () => {
    const description = built([
      [direction, [first]],
      [oneJob, [other('n2', '')]],
    ]);
    expect(description.empty).toEqual([
      'The one job',
      'Why this role now',
      'Big-picture thinking › Engineering perspective',
      'Execution › Exploration',
      'Execution › Being glue',
      'Leveling up › Being glue',
      'Leveling up › Mentorship and sponsorship',
      'What I will not do',
      'What I need from my manager',
    ]);
  });

  test('notes without a place are kept: on a border, astray, or in a lane that the template does not know', () => {
    const description = built(
      [[laneId('newer', 'lane'), [other('n4', 'From a newer template')]]],
      undefined,
      {
        strays: [other('n3', 'Astray'), other('n5', '')],
        onBorder: [{ note: other('n2', 'In between'), between: [direction, glueInExecution] }],
      },
    );
    expect(description.unplaced.map(({ text, between }) => ({ text, between }))).toEqual([
      {
        text: 'In between',
        between: ['Big-picture thinking › Technical direction', 'Execution › Being glue'],
      },
      { text: 'Astray', between: [] },
      { text: 'From a newer template', between: [] },
    ]);
  });

  test('notes that left the board are kept when somebody spoke about them, even if the mirror lost them', () => {
    const desks = [
      engineer({ stances: stance('agree', { note: itemId('lost'), text: 'Only the desk knows me' }) }),
      manager({ remarks: [remark('r1')] }),
    ];
    const gone = [first, other('n7', 'Nobody cared')];
    expect(built([], desks, { gone }).gone.map(({ text, state }) => ({ text, state }))).toEqual([
      { text: 'Only the desk knows me', state: null },
      { text: first.text, state: null },
    ]);
    expect(built([[direction, [first]]], desks).gone.map(({ text }) => text)).toEqual([
      'Only the desk knows me',
    ]);
  });

  test('a note wiped blank keeps its place while people’s words hang on it', () => {
    const description = built(
      [[direction, [{ id: first.id, text: '' }]]],
      [engineer({ remarks: [remark('r1')] })],
    );
    expect(outline(description)[0]).toEqual(['Big-picture thinking', 'Technical direction', '']);
    expect(description.agreement.notes).toBe(0);
  });

  test('entries that could not be read are counted, and each source is named once', () => {
    const description = built([], [engineer({ unknown: 2 }), manager({ unknown: 1 })]);
    expect(description.unknown).toBe(3);
    const addresses = description.sources.map(({ url }) => url);
    expect(addresses).toEqual([...new Set(addresses)]);
    expect(addresses).toContain(staffRole.source.url);
  });
});
