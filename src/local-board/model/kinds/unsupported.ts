/** What Miro has and its SDK does not: apps see where it lies, may move and remove it (websdk-reference-unsupported). */
import * as check from '../check.ts';
import type { UnsupportedData } from '../item.ts';
import { numbersPerLine } from '../limits.ts';
import { unsupportedNames } from '../names.ts';
import { refuse } from '../refusal.ts';
import { type Kind, maybe, read, share } from './kind.ts';

function line(name: string, value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length % 2 !== 0 || value.length > numbersPerLine)
    refuse('input', `${name} must be a list of at most ${numbersPerLine} numbers, two a point.`);
  return value.map((number) => share(name, number));
}

export const unsupported: Kind<UnsupportedData> = {
  blank: { type: 'unsupported', called: 'stroke', width: 100, height: 100 },
  settable: [],
  once: ['called', 'line', 'width', 'height'],
  change: (before, fields) => ({
    type: 'unsupported',
    called: read(fields, 'called', before.called, (name, value) =>
      check.oneOf(name, value, unsupportedNames),
    ),
    ...maybe(fields, 'line', before.line, line),
    width: read(fields, 'width', before.width, check.side),
    height: read(fields, 'height', before.height, check.side),
  }),
};
