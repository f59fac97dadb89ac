/** One problem asked from three altitudes, and which of them is expected; as a part of the document. */
import type { Altitude, Expectation } from '../annotations/altitude/altitude.ts';
import { altitudeOf, altitudes } from '../workshop/altitude/altitudes.ts';
import { cleanLine } from './cleanText.ts';
import type { Line, Telling } from './document.ts';
import * as say from './wording.ts';

/** Null while the engineer has not written any of it. */
export function altitudeTelling({
  problem,
  questions,
  today,
  expected,
}: Omit<Altitude, 'apart'>): Telling | null {
  const asked = altitudes.flatMap(({ id, title }): Line[] => {
    const words = cleanLine(questions[id]);
    return words ? [[{ text: `${title}: `, look: 'strong' }, { text: words }]] : [];
  });
  const words = cleanLine(problem);
  if (!words && asked.length === 0) return null;
  const mark = ({ person, level }: Expectation, does: string): Line => [
    { text: `${say.withRole(person)} ${does} ` },
    { text: altitudeOf(level).title, look: 'strong' },
  ];
  const said = [
    ...(today ? [mark(today, 'asks today as')] : []),
    ...expected.map((one) => mark(one, 'expects')),
  ];
  return {
    id: 'altitude',
    title: 'One problem, three altitudes',
    blocks: [
      ...(words ? [{ kind: 'line' as const, line: [{ text: words }] }] : []),
      ...(asked.length > 0 ? [{ kind: 'list' as const, lines: asked }] : []),
    ],
    ...(said.length > 0 ? { said: [{ kind: 'list' as const, lines: said }] } : {}),
  };
}
