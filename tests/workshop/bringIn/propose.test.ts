/** Which lane is proposed for a line, and that the reason can be read in the line itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposer } from '../../../src/workshop/bringIn/propose.ts';
import { sheetColumns } from '../../../src/workshop/lens.ts';
import { examples } from '../../../src/workshop/shelf/examples.ts';
import { firstStaffRole } from '../../../src/workshop/templates/firstStaffRole.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';
import { twoWay } from '../../../src/workshop/templates/twoWay.ts';

const propose = proposer(sheetColumns(staffRole, 'pillars'), staffRole);
const laneOf = (text: string, group: string | null = null) => propose({ text, group }).lane;

test.each([
  ['Write the RFC for retiring the nightly batch', 'big-picture/technical-direction'],
  ['Decide by June which of our three feature stores Kestrel keeps', 'big-picture/technical-direction'],
  ['Bring model risk to the quarterly planning with product', 'big-picture/engineering-perspective'],
  ['Prototype a streaming scorer and tell by March whether it beats the batch one', 'execution/exploration'],
  ['Run the weekly sync between payments and risk so that releases stop slipping', 'execution/being-glue'],
  ['Onboarding docs for new data engineers', 'leveling-up/being-glue'],
  ['Mentor two seniors of the limits squad', 'leveling-up/mentorship-and-sponsorship'],
  ['No more pager duty for me', 'side/not-doing'],
  ['I need two days a week without meetings', 'side/needs'],
  ['Arquitetura do novo pipeline', 'big-picture/technical-direction'],
])('“%s” goes to %s', (text, lane) => {
  expect(laneOf(text)).toBe(lane);
});

test('a line that says nothing of any lane gets none, and so does one without words', () => {
  for (const text of ['Be nice', '42', '🎉', 'x'.repeat(6_000)])
    expect(propose({ text, group: null })).toEqual({ lane: null, why: { kind: 'nothing' } });
});

describe('the name it stood under wins', () => {
  test('where it is a lane’s, whatever the words say', () => {
    expect(propose({ text: 'Mentor two seniors', group: 'Exploration' })).toEqual({
      lane: 'execution/exploration',
      why: { kind: 'under', name: 'Exploration', lanes: 1, words: [] },
    });
  });

  test('where it is a column’s, the words choose among its lanes; without any it is the first', () => {
    expect(propose({ text: 'Mentor two seniors', group: 'Leveling up' })).toEqual({
      lane: 'leveling-up/mentorship-and-sponsorship',
      why: { kind: 'under', name: 'Leveling up', lanes: 2, words: ['Mentor', 'seniors'] },
    });
    expect(propose({ text: 'Be nice', group: '2. Execution' })).toEqual({
      lane: 'execution/exploration',
      why: { kind: 'under', name: '2. Execution', lanes: 2, words: [] },
    });
  });

  test('where it only speaks of one, and where it speaks of none the words count', () => {
    expect(laneOf('Be nice', 'People & mentoring')).toBe('leveling-up/mentorship-and-sponsorship');
    expect(laneOf('Mentor two seniors', 'Parking lot')).toBe('leveling-up/mentorship-and-sponsorship');
  });
});

test('most examples of the shelf are proposed for the lane they are examples for', () => {
  const right = examples.filter(({ text, lane }) => laneOf(text) === lane).length;
  expect(right / examples.length).toBeGreaterThan(0.7);
});

test('by the other lens, and in the other templates, lanes are proposed that are there', () => {
  for (const template of [staffRole, firstStaffRole, twoWay])
    for (const lens of ['pillars', 'responsibilities'] as const) {
      const columns = sheetColumns(template, lens);
      const lanes = columns.flatMap((column) => column.lanes);
      const make = proposer(columns, template);
      for (const lane of lanes) {
        const group = columns.find(({ id }) => id === lane.column)?.title ?? '';
        expect(make({ text: '…', group: `${group}: ${lane.title}` }).lane).toBe(lane.id);
      }
    }
});

test('the words of the reason stand in the line or in the name above it, at most three of them', () => {
  const words = fc.constantFrom(
    'Mentor',
    'roadmap',
    'between teams',
    'RFC',
    'stop',
    'I need',
    'docs',
    'x',
    '\ud800',
    '<b>',
    'Wer',
    'não vou',
  );
  const text = fc.array(words, { maxLength: 30 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(text, fc.option(text), (line, group) => {
      const { lane, why } = propose({ text: line, group });
      expect(lane === null).toBe(why.kind === 'nothing');
      if (why.kind === 'nothing') return;
      expect(why.words.length).toBeLessThanOrEqual(3);
      for (const word of why.words) expect([line, group ?? ''].join(' ')).toContain(word);
    }),
    { numRuns: 200 },
  );
});
