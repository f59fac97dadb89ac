/**
 * The sheet's document as a frame of text on the board, as it lies in the sheet document, so that everybody updates the
 * same frame:
 *
 *   boardPage  now → { v, frame, self, pieces }   always written as one value
 *
 * Of each piece it says which item it is and how we wrote it (a hash of its text, and its place), by which what somebody
 * did by hand is told apart. What can't be read is kept as it is, and a new frame is made.
 */
import type * as Y from 'yjs';
import type { Box } from '../../base/box.ts';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { asText, field } from '../entries.ts';
import { operate } from '../schema.ts';
import type { boardPageRoots } from './roots.ts';

export interface PageWriting {
  readonly hash: string;
  readonly box: Box;
}

export interface PieceRecord {
  readonly id: ItemId | null;
  readonly as: readonly PageWriting[];
  /** It was about to be taken away. */
  readonly goes?: boolean;
}

export interface PageRecord {
  readonly frame: ItemId;
  readonly self: readonly PageWriting[];
  readonly pieces: ReadonlyMap<string, PieceRecord>;
}

const name: (typeof boardPageRoots)[number] = 'boardPage';
const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(name);
const nowKey = 'now';
/** Among the writings of a piece that was about to be taken away. */
const going = 'goes';

const whole = (value: number): number => Math.round(value * 10) / 10;
const writingJson = ({ hash, box }: PageWriting) => [
  hash,
  ...[box.x, box.y, box.width, box.height].map(whole),
];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function writingFrom(value: unknown): PageWriting[] {
  const [hash, ...numbers] = list(value);
  const [x, y, width, height] = numbers.map((one) =>
    typeof one === 'number' && Number.isFinite(one) ? one : null,
  );
  if (typeof hash !== 'string' || x == null || y == null || width == null || height == null) return [];
  return [{ hash, box: { x, y, width, height } }];
}

/** Null where there is none that can be read. */
export function readBoardPage(doc: Y.Doc): PageRecord | null {
  const now = root(doc).get(nowKey);
  const frame = asText(field(now, 'frame'));
  if (field(now, 'v') !== 1 || frame === null) return null;
  const pieces = list(field(now, 'pieces')).flatMap((entry) => {
    const [key, id, ...as] = list(entry);
    if (typeof key !== 'string') return [];
    const item = typeof id === 'string' ? itemId(id) : null;
    return [
      [
        key,
        { id: item, as: as.flatMap(writingFrom), ...(as.includes(going) ? { goes: true } : {}) },
      ] as const,
    ];
  });
  return {
    frame: itemId(frame),
    self: list(field(now, 'self')).flatMap(writingFrom),
    pieces: new Map(pieces),
  };
}

/** The same as long as nobody has written another record. */
export const recordSign = (doc: Y.Doc): string => JSON.stringify(root(doc).get(nowKey) ?? null);

export const writeBoardPage = (doc: Y.Doc, { frame, self, pieces }: PageRecord): boolean =>
  operate(doc, 'write-board-page', () => {
    const entries = [...pieces].map(([key, { id, as, goes }]) => [
      ...[key, id],
      ...as.map(writingJson),
      ...(goes ? [going] : []),
    ]);
    const value = { v: 1, frame, self: self.map(writingJson), pieces: entries };
    if (JSON.stringify(root(doc).get(nowKey)) !== JSON.stringify(value)) root(doc).set(nowKey, value);
  });

/** It is off the board, or is nobody's any more. Only that of this frame. */
export const forgetBoardPage = (doc: Y.Doc, frame: ItemId): boolean =>
  operate(doc, 'forget-board-page', () => {
    if (readBoardPage(doc)?.frame === frame) root(doc).delete(nowKey);
  });

export function onBoardPage(doc: Y.Doc, listener: () => void): () => void {
  const map = root(doc);
  map.observe(listener);
  return () => map.unobserve(listener);
}
