/**
 * The sixteen ends a connector's line can have (names: websdk-reference-connector). Each is drawn with its tip at
 * (0, 0) and the line coming in from the right, in units that grow with the line's width.
 *
 *        ◁────      `back` is how far from the tip the line itself ends, so that it does not show through.
 */
import type { strokeCaps } from '../../model/names.ts';

export interface Cap {
  /** SVG paths; each is stroked, and filled as said. */
  readonly paths: readonly { readonly d: string; readonly fill: 'line' | 'paper' | 'none' }[];
  readonly back: number;
}

const circle = (x: number, radius: number) =>
  `M${x - radius},0 a${radius},${radius} 0 1 0 ${2 * radius},0 a${radius},${radius} 0 1 0 ${-2 * radius},0 Z`;

const triangle = 'M0,0 L10,-5.5 L10,5.5 Z';
const diamond = 'M0,0 L7,-5 L14,0 L7,5 Z';
/** Crow's foot: three toes that stand on the item. */
const foot = 'M12,0 L0,-6 M12,0 L0,6 M12,0 L0,0';
const bar = (x: number) => `M${x},-6 L${x},6`;
const shaft = (to: number) => `M0,0 L${to},0`;

const one = (d: string, fill: 'line' | 'paper' | 'none', back: number): Cap => ({
  paths: [{ d, fill }],
  back,
});
const two = (lines: string, ring: string, back: number): Cap => ({
  paths: [
    { d: lines, fill: 'none' },
    { d: ring, fill: 'paper' },
  ],
  back,
});

const caps: { readonly [Name in Exclude<(typeof strokeCaps)[number], 'none'>]: Cap } = {
  stealth: one('M0,0 L12,-5.5 L9,0 L12,5.5 Z', 'line', 8),
  rounded_stealth: one('M1,0 Q11,-3 12,-5.5 Q8,0 12,5.5 Q11,3 1,0 Z', 'line', 8),
  arrow: one('M9,-6 L0.5,0 L9,6', 'none', 1),
  filled_triangle: one(triangle, 'line', 8),
  triangle: one(triangle, 'paper', 10),
  filled_diamond: one(diamond, 'line', 8),
  diamond: one(diamond, 'paper', 14),
  filled_oval: one(circle(5, 5), 'line', 5),
  oval: one(circle(5, 5), 'paper', 10),
  erd_one: one(`${shaft(12)} ${bar(8)}`, 'none', 8),
  erd_many: one(foot, 'none', 11),
  erd_one_or_many: one(`${foot} ${bar(15)} M12,0 L16,0`, 'none', 15),
  erd_only_one: one(`${shaft(14)} ${bar(8)} ${bar(12)}`, 'none', 12),
  erd_zero_or_many: two(foot, circle(16, 4), 20),
  erd_zero_or_one: two(`${shaft(10)} ${bar(7)}`, circle(14, 4), 18),
};

export const capOf = (name: string): Cap | undefined =>
  Object.hasOwn(caps, name) ? caps[name as keyof typeof caps] : undefined;

/** dp in one unit of a cap, for a line this wide. */
export const capScale = (strokeWidth: number): number => 0.7 + 0.3 * strokeWidth;
