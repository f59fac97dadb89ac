/** The published schema and our own reader take the same files: a validator that is not ours tells. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveJson } from '../../src/annotations/makeArchive.ts';
import { parseArchive } from '../../src/annotations/parseArchive.ts';
import { anyArchive } from './archives.ts';

const ajv = new Ajv2020({ allErrors: false, strictTypes: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('docs/sheet-file.schema.json', 'utf8')));
const fixed = { seed: 20261123, numRuns: 150 };

describe('the schema of the sheet file', () => {
  test('takes every file that we write', () => {
    fc.assert(
      fc.property(anyArchive, (archive) => {
        expect(validate(JSON.parse(archiveJson(archive)))).toBe(true);
        expect(validate.errors).toBe(null);
      }),
      fixed,
    );
  });

  test('where anything in a file is exchanged or missing, it says what our reader says', () => {
    /** Paths of all values in it. */
    const paths = (
      value: unknown,
      path: readonly (string | number)[] = [],
    ): (readonly (string | number)[])[] => {
      if (typeof value !== 'object' || value === null) return [path];
      const own = Array.isArray(value) ? value.map((one, at) => [at, one] as const) : Object.entries(value);
      return [path, ...own.flatMap(([key, one]) => paths(one, [...path, key]))];
    };
    const strange = fc.constantFrom(undefined, null, -1, 0.5, 'x', '', true, {}, [], [1], 'x'.repeat(20_000));
    const disagreements: string[] = [];
    fc.assert(
      fc.property(anyArchive, fc.nat(), strange, (archive, choice, value) => {
        const file = JSON.parse(archiveJson(archive));
        const all = paths(file).filter((path) => path.length > 0);
        const path = all[choice % all.length] ?? ['format'];
        const holder = path.slice(0, -1).reduce((at, key) => at[key], file);
        const last = path.at(-1) ?? '';
        if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
        else if (value === undefined) delete holder[last];
        else holder[last] = value;
        const ours = parseArchive(JSON.stringify(file)).ok;
        if (ours !== validate(file))
          disagreements.push(`${path.join('.')} = ${JSON.stringify(value)?.slice(0, 20)}`);
      }),
      { ...fixed, numRuns: 600 },
    );
    // A schema can't say that no two entries of a list have the same id.
    expect(disagreements.filter((one) => !/(id|owner|user|note|remark|hash|key) = "x"$/.test(one))).toEqual(
      [],
    );
  });
});
