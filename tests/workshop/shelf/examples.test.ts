import { describe, expect, test } from 'vitest';
import { lanesOf, sheetColumns } from '../../../src/workshop/lens.ts';
import { checker } from '../../../src/workshop/ours/check.ts';
import { crafts, examples, isExample } from '../../../src/workshop/shelf/examples.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';

const lanes = lanesOf(sheetColumns(staffRole, 'pillars')).filter(({ pillar }) => pillar !== null);

describe('the shelf', () => {
  test('has five to eight examples for each lane, of at least three crafts', () => {
    for (const { id } of lanes) {
      const here = examples.filter(({ lane }) => lane === id);
      expect(here.length, id).toBeGreaterThanOrEqual(5);
      expect(here.length, id).toBeLessThanOrEqual(8);
      expect(new Set(here.map(({ craft }) => craft)).size, id).toBeGreaterThanOrEqual(3);
    }
    expect(examples.every(({ lane }) => lanes.some(({ id }) => id === lane))).toBe(true);
  });

  test('uses every craft it names, and every id and text once', () => {
    expect(new Set(examples.map(({ craft }) => craft))).toEqual(new Set(Object.keys(crafts)));
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
  });

  test('says of each example what it comes from', () => {
    for (const { source } of examples) expect(source.url).toMatch(/^https:\/\//);
  });

  test('holds nothing that the check would let pass: an example is for rewriting', () => {
    const check = checker();
    const quiet = examples.filter(({ text }) => check(text).questions.length === 0);
    expect(quiet.map(({ text }) => text)).toEqual([]);
  });

  test('knows an example by its words', () => {
    const [first] = examples;
    expect(isExample(`${first?.text.toLowerCase()}.`)).toBe(true);
    expect(isExample(`${first?.text} of the limits models`)).toBe(false);
  });
});
