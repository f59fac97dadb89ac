/** What was said around the notes, in the document: why the role is needed now, one problem from three altitudes, whys. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { altitudeIn } from '../../src/annotations/altitude/altitude.ts';
import { markAltitude, readAltitude, writeAltitude } from '../../src/annotations/altitude/altitudeDesk.ts';
import { whysOf } from '../../src/annotations/clarity/clarity.ts';
import { answerClarity, readClarity } from '../../src/annotations/clarity/clarityDesk.ts';
import { claimRole, confirmRole, introduce } from '../../src/annotations/deskDocument.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { type Choice, giveAnswer, readAnswered } from '../../src/annotations/whyNow/answer.ts';
import { altitudeTelling } from '../../src/export/altitude.ts';
import { whyDetails } from '../../src/export/clarity.ts';
import type { Block, Telling } from '../../src/export/document.ts';
import { whyNowTelling } from '../../src/export/whyNow.ts';
import { type UserId, userId } from '../../src/workshop/ids.ts';
import { erin, mona, noon, note, pia } from '../annotations/builders.ts';

function people() {
  const docs = { erin: new Y.Doc(), mona: new Y.Doc(), pia: new Y.Doc() };
  introduce(docs.erin, 'Erin Example');
  introduce(docs.mona, 'Mona Example');
  introduce(docs.pia, 'Pia Example');
  confirmRole(docs.erin, mona, 'manager');
  claimRole(docs.mona, 'manager');
  claimRole(docs.pia, 'peer');
  return docs;
}
type Docs = Readonly<Record<string, Y.Doc>>;
const desksOf = (docs: Docs) =>
  Object.entries(docs).map(([name, doc]) => ({ desk: readDesk(doc, userId(name)), doc }));

const textOf = (blocks: readonly Block[] = []): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.line.map(({ text }) => text).join('')]
      : block.kind === 'list'
        ? block.lines.map((line) => line.map(({ text }) => text).join(''))
        : [],
  );
const told = (telling: Telling | null) =>
  telling && { title: telling.title, blocks: textOf(telling.blocks), said: textOf(telling.said) };

describe('what calls for the role', () => {
  const give = (doc: Y.Doc, more: Partial<Choice> = {}) =>
    giveAnswer(doc, {
      ...{ situation: 'caged', words: '', horizon: 'years', horizonWords: '', sign: 'A quiet month end' },
      ...more,
      ...{ at: noon, wasShown: false },
    });
  const telling = (docs: Docs, { shown = false, by = erin }: { shown?: boolean; by?: UserId } = {}) =>
    told(
      whyNowTelling({
        desks: desksOf(docs).map(({ desk, doc }) => ({ desk, ...readAnswered(doc) })),
        engineer: erin,
        shown,
        by,
      }),
    );

  test('is not told before all is shown, whoever makes the document', () => {
    const docs = people();
    give(docs.erin);
    give(docs.pia);
    expect([erin, mona, pia].map((by) => telling(docs, { by }))).toEqual([null, null, null]);
  });

  test('is told as all see it, with each one’s words among what was said', () => {
    const docs = people();
    give(docs.erin);
    give(docs.mona, { sign: '' });
    expect(telling(docs, { shown: true })).toEqual({
      title: 'What calls for this role',
      blocks: ['Old decisions cage us', 'Takes several years', 'First sign of progress: A quiet month end'],
      said: [
        'Erin Example (engineer): Old decisions cage us, several years. First sign: A quiet month end',
        'Mona Example (manager): Old decisions cage us, several years',
      ],
    });
  });

  test('is nobody’s where they see it differently', () => {
    const docs = people();
    give(docs.erin);
    give(docs.mona, {
      situation: 'other',
      words: 'Two teams\nbecome one',
      horizon: 'other',
      horizonWords: 'until May',
    });
    expect(telling(docs, { shown: true })).toMatchObject({
      blocks: ['Not seen alike yet.'],
      said: [
        'Erin Example (engineer): Old decisions cage us, several years. First sign: A quiet month end',
        'Mona Example (manager): Two teams become one, until May. First sign: A quiet month end',
      ],
    });
  });

  test('of an engineer who is alone is theirs to take along, and nobody else’s', () => {
    const docs = people();
    const alone = { erin: new Y.Doc(), pia: docs.pia };
    give(alone.erin);
    expect(telling(alone)?.blocks[0]).toBe('Old decisions cage us');
    expect(telling(alone, { by: pia })).toBeNull();
  });
});

test('the problem and its three questions are the engineer’s; who expects which is what others say', () => {
  const docs = people();
  const telling = () =>
    told(
      altitudeTelling(
        altitudeIn(
          desksOf(docs).map(({ desk, doc }) => ({ desk, altitude: readAltitude(doc) })),
          erin,
        ),
      ),
    );
  markAltitude(docs.mona, 'expected', { level: 'staff', at: noon });
  expect(telling()).toBeNull();
  writeAltitude(docs.erin, 'problem', 'Releases slip');
  writeAltitude(docs.erin, 'staff', 'Why does one service decide?');
  markAltitude(docs.erin, 'today', { level: 'lead', at: noon });
  expect(telling()).toEqual({
    title: 'One problem, three altitudes',
    blocks: ['Releases slip', 'Staff+: Why does one service decide?'],
    said: ['Erin Example (engineer) asks today as Lead', 'Mona Example (manager) expects Staff+'],
  });
});

test('a note’s why stands below it; what others add has their names', () => {
  const docs = people();
  answerClarity(docs.erin, { note: note.id, question: 'depth', text: 'A week', at: noon });
  answerClarity(docs.pia, { note: note.id, question: 'importance', text: 'It blocks us, too', at: noon });
  const whys = whysOf(
    desksOf(docs).map(({ desk, doc }) => ({ desk, clarity: readClarity(doc) })),
    erin,
  );
  expect(whyDetails(whys.get(note.id) ?? [])).toEqual([
    { name: 'How deep', words: 'A week' },
    { name: 'Why it matters, adds Pia Example (says peer)', words: 'It blocks us, too', said: true },
  ]);
});
