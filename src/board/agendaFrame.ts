/**
 * An agenda on the board: a frame of its own with a row for each item. Nothing in it is a sticky, so no harvest takes
 * its rows for notes, wherever somebody drags them.
 *
 *   ┌───────────────────────────────┐
 *   │ Next talk: Staff ML Engineer  │
 *   │ 30 minutes, …                 │
 *   │ ┌────────┐ ┌────────────────┐ │
 *   │ │ 12 min │ │ words          │ │
 *   │ │        │ │ who thinks what│ │
 *   │ └────────┘ └────────────────┘ │
 *   └───────────────────────────────┘
 */
import { type Box, boxAt, moved, type Point } from '../base/box.ts';
import type { ItemId } from '../workshop/ids.ts';
import { ink, quietInk, shades, white } from '../workshop/palette.ts';
import { margin } from '../workshop/spacing.ts';
import { type Type, textHeight } from '../workshop/textSize.ts';
import { shapeHeight } from '../workshop/typography.ts';
import type { ChangePlan, SheetChange } from './changePlan.ts';
import { itemsInFrame } from './inFrame.ts';
import type { BoardItem, NewItem } from './item.ts';

export interface AgendaRow {
  readonly minutes: number;
  /** What stands at the left instead of the minutes. */
  readonly mark?: string;
  readonly words: string;
  /** Who thinks what, in one line. */
  readonly about: string;
}

export interface AgendaWords {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly AgendaRow[];
  /** What stands below the rows; may be empty. */
  readonly rest: string;
}

/** dp. */
const width = 1800;
const minutesWidth = 200;
const gap = 16;
const inner = width - 2 * margin;

const type = {
  title: { size: 64, bold: true },
  subtitle: { size: 32 },
  minutes: { size: 36, bold: true },
  words: { size: 30 },
  rest: { size: 28 },
} as const satisfies Record<string, Type>;

/** More rows than anybody gets through; each costs four calls. */
const mostRows = 24;
/** Enough of a note to know it by; its sticky says it whole. */
const mostWords = 280;

export const agendaFrameKey = 'agenda';
export const agendaTitleKey = 'agenda:title';

interface Piece {
  readonly key: string;
  readonly item: Exclude<NewItem, { kind: 'frame' }>;
}

const cut = (text: string, most: number): string => {
  const points = [...text];
  return points.length <= most
    ? text
    : `${points
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/** Relative to the frame's top-left corner. */
function layout({ title, subtitle, rows, rest }: AgendaWords) {
  const pieces: Piece[] = [];
  let y: number = margin;
  const line = (key: string, text: string, look: Type, colour: string): void => {
    const height = textHeight(text, inner, look);
    pieces.push({
      key,
      item: { kind: 'text', box: boxAt(margin, y, inner, height), text, look: { ...look, colour } },
    });
    y += height + gap;
  };
  line(agendaTitleKey, cut(title, 120), type.title, ink);
  line('agenda:subtitle', subtitle, type.subtitle, quietInk);
  y += gap;
  for (const [index, { minutes, mark, words, about }] of rows.slice(0, mostRows).entries()) {
    const text = [cut(words, mostWords), about].filter((part) => part !== '').join('\n');
    const wordsWidth = inner - minutesWidth - gap;
    const height = Math.max(88, shapeHeight(text, wordsWidth, type.words));
    const shape = { kind: 'shape', shape: 'rectangle' } as const;
    pieces.push(
      {
        key: `agenda:minutes/${index}`,
        item: {
          ...shape,
          box: boxAt(margin, y, minutesWidth, height),
          text: mark ?? `${minutes} min`,
          look: { ...type.minutes, colour: ink, align: 'center' },
          fill: shades.blue.soft,
        },
      },
      {
        key: `agenda:words/${index}`,
        item: {
          ...shape,
          box: boxAt(margin + minutesWidth + gap, y, wordsWidth, height),
          text,
          look: { ...type.words, colour: ink },
          fill: shades.gray.pale,
        },
      },
    );
    y += height + gap;
  }
  const hidden = rows.length - mostRows;
  const last = [hidden > 0 ? `And ${hidden} more.` : '', rest].filter((part) => part !== '').join(' ');
  if (last !== '') line('agenda:rest', last, type.rest, quietInk);
  return { pieces, height: y - gap + margin };
}

/** How much room it needs. */
export const agendaSize = (words: AgendaWords) => ({ width, height: layout(words).height });

/** `centre` in board coordinates. The frame comes first: what belongs into it is put there as it is made. */
export function planAgenda(words: AgendaWords, centre: Point): ChangePlan {
  const { pieces, height } = layout(words);
  const [dx, dy] = [centre.x - width / 2, centre.y - height / 2];
  const box: Box = boxAt(dx, dy, width, height);
  const frame: SheetChange = {
    kind: 'create',
    key: agendaFrameKey,
    what: words.title,
    item: { kind: 'frame', box, title: cut(words.title, 120), fill: white },
    frame: null,
  };
  const rows = pieces.map(
    ({ key, item }): SheetChange => ({
      kind: 'create',
      key,
      what: item.text,
      item: { ...item, box: moved(item.box, dx, dy) },
      frame: { key: agendaFrameKey },
    }),
  );
  return { stages: [[frame], rows] };
}

/** Takes it off the board again, but leaves a frame into which people have put something of their own. */
export function planRemoval(undo: ChangePlan, items: readonly BoardItem[], frame: ItemId | undefined) {
  const ours = new Set(undo.stages.flat().flatMap((change) => (change.kind === 'remove' ? [change.id] : [])));
  const there = items.find(({ id }) => id === frame);
  const foreign = there ? itemsInFrame(there, items).filter(({ id }) => !ours.has(id)) : [];
  if (foreign.length === 0) return { plan: undo, keepsFrame: false };
  const stages = undo.stages.map((stage) =>
    stage.filter((change) => change.kind !== 'remove' || change.id !== frame),
  );
  return { plan: { stages }, keepsFrame: true };
}
