/** Needs in the panel's models: asked by the engineer, answered by the manager with yes, partly or no, and how. */
import { expect, test } from 'vitest';
import { agendaText } from '../../../src/app/models/agenda/agendaWords.ts';
import { askingOf } from '../../../src/app/models/needs/asking.ts';
import { stateWordsOf } from '../../../src/app/models/needs/noteWords.ts';
import type { NoteView, SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { waitingGroups } from '../../../src/app/models/talk/waitingGroups.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';

const words = 'Two days a week without meetings, from May';

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
function needOf(person: SomebodyThere): NoteView {
  const need = [...viewOf(person).notes.values()].find(({ text }) => text === words);
  if (!need) throw new Error('There is no such note');
  return need;
}
const waiting = (person: SomebodyThere) =>
  waitingGroups(viewOf(person)).groups.flatMap(({ kind, notes }) =>
    notes.length > 0 ? [[kind, notes.length]] : [],
  );

async function pair() {
  const there = gathering();
  const calm = () => there.clock.advance(10);
  const erin = await there.come('Erin Example');
  await there.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  for (const [lane, text] of [
    [laneId('side', 'needs'), words],
    [laneId('side', 'not-doing'), 'Reviewing every pull request'],
  ] as const)
    await there.clock.until(sheetOf(erin).addNote(lane, text));
  const max = await there.come('Max Example');
  await calm();
  sheetOf(max).claim('manager');
  await calm();
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await calm();
  return { there, erin, max, calm };
}

test('a need waits for the manager’s answer by itself, and is asked for in its own words', async () => {
  const { erin, max } = await pair();
  expect([waiting(max), waiting(erin)]).toEqual([
    [
      ['need', 1],
      ['stance', 1],
    ],
    [['stance', 2]],
  ]);
  expect([stateWordsOf(needOf(max)), stateWordsOf(needOf(erin))]).toEqual([
    'Not answered yet',
    'Not answered yet',
  ]);
  const asked = (person: SomebodyThere) => {
    const { legend, words: called } = askingOf(needOf(person), viewOf(person).me.role);
    return [legend, ...Object.values(called)];
  };
  expect([asked(max), asked(erin)]).toEqual([
    ['Your answer', 'Yes', 'Partly', 'No', 'Not sure yet'],
    ['Do you still need it?', 'I need it', 'In part', 'No longer', 'Not sure yet'],
  ]);
});

test('is agreed once the engineer stands behind it and the manager says yes; partly and no are told as that', async () => {
  const { erin, max, calm } = await pair();
  const said: string[] = [];
  const note = async () => {
    await calm();
    said.push(`${needOf(erin).state}: ${stateWordsOf(needOf(erin))}`);
  };
  sheetOf(max).takeStance(needOf(max).id, 'disagree', 'Not before the launch');
  await note();
  sheetOf(max).takeStance(needOf(max).id, 'agree-if', 'One day, from April');
  await note();
  sheetOf(max).takeStance(needOf(max).id, 'agree', 'I move our weekly');
  await note();
  sheetOf(erin).takeStance(needOf(erin).id, 'agree', '');
  await note();
  expect(said).toEqual([
    'disputed: Answered no',
    'change-proposed: Answered partly',
    // He said yes; whether she stands behind it is not known yet.
    'open: Open',
    'agreed: Answered yes',
  ]);
});

test('stands in the agenda with its answer; other notes are spoken of as ever', async () => {
  const { erin, max, calm } = await pair();
  sheetOf(erin).standBehind([...viewOf(erin).notes.keys()]);
  for (const id of viewOf(max).notes.keys()) sheetOf(max).takeStance(id, 'agree-if', 'how');
  await calm();
  const lines = agendaText(viewOf(erin), 30).split('\n');
  expect(lines).toContain('   Answered partly · Erin Example: I need it · Max Example: Partly');
  expect(lines).toContain('   Change proposed · Erin Example: Agree · Max Example: Agree, if…');
});
