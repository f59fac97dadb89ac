/** How far a role is, in words: in the panel as in documents. */
import type { Distance } from './distance.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const levels = (count: number): string => `${numbers[count] ?? count} ${count === 1 ? 'level' : 'levels'}`;

/** `one level up` */
export function distanceWords(distance: Distance): string {
  switch (distance.kind) {
    case 'at-level':
      return 'at level';
    case 'ahead':
      return `${levels(distance.by)} up`;
    case 'behind':
      return `${levels(distance.by)} down`;
    case 'across': {
      const height =
        distance.by === 0
          ? 'at the same height'
          : `${levels(Math.abs(distance.by))} ${distance.by > 0 ? 'up' : 'down'}`;
      return `to the ${distance.to} path, ${height}`;
    }
  }
}
