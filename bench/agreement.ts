/**
 * Agreement, agenda and diff after one change: 30 people who have all taken a stance on each of 300 notes. Beside the
 * least that anything looking at all of it could take, which is reading the same data once as JSON.
 */
import { agendaOf, usualTalk } from '../src/annotations/agenda.ts';
import { meter, openNotes } from '../src/annotations/agreement.ts';
import { compareRounds } from '../src/annotations/compareRounds.ts';
import { plainDesk } from '../src/annotations/plainDesk.ts';
import { gatherTalk, type NoteText } from '../src/annotations/talk.ts';
import { largeSheet, most, oneChange, publicStateOf } from './support/largeSheet.ts';

const turns = 60;
const warmUp = 15;
/** A frame at 60 a second (ms). */
const goal = 16;

interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Each turn works on another changed sheet, made outside the measured time. */
function timed<T>(prepare: (turn: number) => T, work: (from: T) => unknown): Times {
  const times: number[] = [];
  for (let turn = 0; turn < turns + warmUp; turn += 1) {
    const from = prepare(turn);
    const start = performance.now();
    work(from);
    if (turn >= warmUp) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[turns / 2] ?? 0, p95: times[Math.floor(turns * 0.95)] ?? 0 };
}

export async function bench() {
  const sheet = largeSheet(most);
  const all: NoteText[] = [...sheet.content.items.values()];
  const groups = sheet.columns.map(({ column, lanes }) => ({
    key: column,
    notes: all.filter(({ id }) => lanes.some((lane) => lane === sheet.lanes.get(id)?.[0])),
  }));
  const changed = (turn: number) => oneChange(sheet, turn);
  const talkOf = (turn: number) => gatherTalk(changed(turn).desks, sheet.content.engineer);
  const before = publicStateOf(sheet);
  const json = JSON.stringify([sheet.desks.map(plainDesk), [...sheet.content.items.values()]]);
  const floor = timed(() => json, JSON.parse);
  const measured: readonly (readonly [string, Times])[] = [
    ['one pass: JSON.parse of desks and notes', floor],
    ['gather what all desks say', timed(changed, ({ desks }) => gatherTalk(desks, sheet.content.engineer))],
    ['agreement: states and meter', timed(talkOf, (talk) => meter(groups, talk))],
    [
      'agenda: open notes by mismatch, with minutes',
      timed(talkOf, (talk) => agendaOf(openNotes(all, talk), usualTalk)),
    ],
    [
      'diff with the last round',
      timed(
        (turn) => publicStateOf(changed(turn)),
        (now) => compareRounds(before, now),
      ),
    ],
    [
      'everything for the diff, from the desks on',
      timed(changed, (one) => compareRounds(before, publicStateOf(one))),
    ],
  ];
  return {
    title: `Figures after one change: ${most.people} people, ${most.notes} notes, ${most.people * most.notes} stances`,
    columns: ['what', 'median ms', 'p95 ms', `goal: under ${goal} ms`, 'times one pass'],
    rows: measured.map(([what, { median, p95 }]) => [
      what,
      median.toFixed(1),
      p95.toFixed(1),
      median < goal ? 'yes' : 'NO',
      (median / floor.median).toFixed(2),
    ]),
    note: `${(json.length / 1e6).toFixed(1)} MB of JSON. Each turn computes from scratch after one person changed one stance; nothing is carried over but texts made comparable.`,
  };
}
