/**
 * The line of a connector between two ends: straight, elbowed or curved. Pure geometry. Unit: dp.
 *
 *   straight  ●────────────●      elbowed  ●──────┐        curved  ●───╮
 *                                                 └──────●              ╰───●
 */
import type { Point } from '../../../base/box.ts';
import type { Side, Touch } from '../../model/connectorEnds.ts';
import type { ConnectorData } from '../../model/item.ts';

export interface Spot extends Point {
  /** Degrees, clockwise: where the line runs to here. */
  readonly angle: number;
}

export interface Line {
  /** As an SVG path. */
  readonly path: string;
  /** A share of the way along the line, from 0 to 1. */
  at(share: number): Spot;
  /** The share at which the line comes nearest to a point, and how near that is. */
  nearest(point: Point): { readonly share: number; readonly away: number };
  /** Which way the line leaves its item, in degrees; a cap points the other way. */
  readonly startAngle: number;
  readonly endAngle: number;
}

const outward: { readonly [Name in Side]: Point } = {
  top: { x: 0, y: -1 },
  left: { x: -1, y: 0 },
  bottom: { x: 0, y: 1 },
  right: { x: 1, y: 0 },
};

/** How far an elbowed line runs straight out of an item before it turns. */
const stub = 24;
/** Radius of an elbow. */
const bend = 8;

const along = (from: Point, direction: Point, far: number): Point => ({
  x: from.x + direction.x * far,
  y: from.y + direction.y * far,
});
const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: number, b: number): number => (a + b) / 2;
const degrees = (from: Point, to: Point): number =>
  (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
const short = (value: number): string => String(Math.round(value * 100) / 100);
const write = ({ x, y }: Point): string => `${short(x)},${short(y)}`;

/** Corners of an elbowed line, in board axes; `u` points out of the start's side, `v` out of the end's. */
function elbows(start: Touch, end: Touch): readonly Point[] {
  const u = outward[start.side];
  const v = outward[end.side];
  const out = along(start, u, stub);
  const back = along(end, v, stub);
  const level = u.x !== 0;
  const facing = dot(u, v);
  if (facing < 0) {
    // Straight across where the end lies ahead; around otherwise.
    if (dot(minus(back, out), u) >= 0) {
      const x = middle(start.x, end.x);
      const y = middle(start.y, end.y);
      return level
        ? [start, { x, y: start.y }, { x, y: end.y }, end]
        : [start, { x: start.x, y }, { x: end.x, y }, end];
    }
    const x = middle(out.x, back.x);
    const y = middle(out.y, back.y);
    return level
      ? [start, out, { x: out.x, y }, { x: back.x, y }, back, end]
      : [start, out, { x, y: out.y }, { x, y: back.y }, back, end];
  }
  if (facing > 0) {
    const far = dot(out, u) > dot(back, u) ? out : back;
    return level
      ? [start, { x: far.x, y: start.y }, { x: far.x, y: end.y }, end]
      : [start, { x: start.x, y: far.y }, { x: end.x, y: far.y }, end];
  }
  const corner = level ? { x: end.x, y: start.y } : { x: start.x, y: end.y };
  if (dot(minus(corner, start), u) >= 0 && dot(minus(corner, end), v) >= 0) return [start, corner, end];
  const around = level ? { x: out.x, y: back.y } : { x: back.x, y: out.y };
  return [start, out, around, back, end];
}

/** A path through corners, each rounded a little. */
function rounded(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  const parts = [`M${write(first)}`];
  for (let index = 1; index < points.length; index += 1) {
    const [before, here, after] = [points[index - 1], points[index], points[index + 1]];
    if (!before || !here) continue;
    const radius = after ? Math.min(bend, distance(before, here) / 2, distance(here, after) / 2) : 0;
    if (!after || radius < 0.5) {
      parts.push(`L${write(here)}`);
      continue;
    }
    const towards = (other: Point) => {
      const far = distance(here, other);
      return along(here, { x: (other.x - here.x) / far, y: (other.y - here.y) / far }, radius);
    };
    parts.push(`L${write(towards(before))} Q${write(here)} ${write(towards(after))}`);
  }
  return parts.join(' ');
}

/** The four points of a curve that leaves both items square to their sides. */
function curve(start: Touch, end: Touch): readonly [Point, Point, Point, Point] {
  const far = Math.max(24, distance(start, end) * 0.45);
  return [start, along(start, outward[start.side], far), along(end, outward[end.side], far), end];
}

function onCurve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const mix = (key: 'x' | 'y') =>
    s * s * s * a[key] + 3 * s * s * t * b[key] + 3 * s * t * t * c[key] + t * t * t * d[key];
  return { x: mix('x'), y: mix('y') };
}

/** Pieces a curve is measured in. */
const pieces = 24;

function measured(points: readonly Point[]): Pick<Line, 'at' | 'nearest'> {
  const lengths = points.slice(1).map((point, index) => distance(points[index] ?? point, point));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return {
    at(share) {
      let left = whole * Math.min(1, Math.max(0, share));
      for (const [index, length] of lengths.entries()) {
        const [from, to] = [points[index], points[index + 1]];
        if (!from || !to) break;
        if (left <= length && length > 0) {
          const part = left / length;
          return {
            x: from.x + (to.x - from.x) * part,
            y: from.y + (to.y - from.y) * part,
            angle: degrees(from, to),
          };
        }
        left -= length;
      }
      const last = points[points.length - 1] ?? { x: 0, y: 0 };
      return { ...last, angle: 0 };
    },
    nearest(point) {
      let best = { share: 0.5, away: Number.POSITIVE_INFINITY };
      let before = 0;
      for (const [index, length] of lengths.entries()) {
        const [from, to] = [points[index], points[index + 1]];
        if (!from || !to) break;
        const reach = length === 0 ? 0 : dot(minus(point, from), minus(to, from)) / (length * length);
        const part = Math.min(1, Math.max(0, reach));
        const on = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
        const away = distance(on, point);
        if (away < best.away) best = { share: whole === 0 ? 0.5 : (before + length * part) / whole, away };
        before += length;
      }
      return best;
    },
  };
}

export function lineOf(shape: ConnectorData['shape'], start: Touch, end: Touch): Line {
  if (shape === 'curved') {
    const four = curve(start, end);
    const [a, b, c, d] = four;
    const points = Array.from({ length: pieces + 1 }, (_, index) => onCurve(four, index / pieces));
    return {
      path: `M${write(a)} C${write(b)} ${write(c)} ${write(d)}`,
      ...measured(points),
      startAngle: degrees(a, b),
      endAngle: degrees(d, c),
    };
  }
  const points = shape === 'straight' ? [start, end] : elbows(start, end);
  const [second = end, last = start] = [points[1], points[points.length - 2]];
  return {
    path: rounded(points),
    ...measured(points),
    startAngle: degrees(start, second),
    endAngle: degrees(end, last),
  };
}
