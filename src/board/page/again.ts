/**
 * A piece of the page as it stands on the board, as one that can be made again by whoever takes back what took it away.
 * Its key and its ground tell what it is and so how it is written; what is written from right to left is then written
 * from the left.
 */
import type { Box } from '../../base/box.ts';
import type { ItemId } from '../../workshop/ids.ts';
import { shades } from '../../workshop/palette.ts';
import type { BoardItem } from '../item.ts';
import { type Look, looks, type Shape, shapeOf } from './layout.ts';

const softs = new Set(Object.values(shades).map(({ soft }) => soft));

function lookOf(key: string, fill: string): Look {
  const [, kind = ''] = /^page:([a-z]+)/.exec(key) ?? [];
  switch (kind) {
    case 'head':
      return softs.has(fill) ? looks.lane(fill) : looks.head(fill);
    case 'about':
    case 'title':
    case 'subtitle':
    case 'status':
    case 'facts':
      return looks[kind](fill);
    default:
      return looks.text(fill);
  }
}

/** What is made again for an item is created under this key. */
export const againKey = (item: ItemId): string => `again/${item}`;

/** `box`: where it is to stand, in board coordinates. */
export const pieceAgain = (key: string, { text, colour }: BoardItem, box: Box): Shape =>
  shapeOf(text, box, lookOf(key, colour === '' ? 'transparent' : colour));
