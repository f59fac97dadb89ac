/**
 * Puts the sheets of a session on the board, one after another, so that each is whole before the next begins, and then
 * their overview. It can be cancelled, waits for the board's budget, and goes on where an earlier try ended: a sheet
 * that is on record is there, and what a closed tab left half-done is taken away first.
 */
import type { Box } from '../../base/box.ts';
import type { Clock } from '../../base/clock.ts';
import type { ItemId, SheetId } from '../../workshop/ids.ts';
import { layoutSheet } from '../../workshop/layout.ts';
import type { SheetDetails } from '../../workshop/sheet.ts';
import { frameTitle, type Writing } from '../../workshop/sheetWords.ts';
import type { Template } from '../../workshop/template.ts';
import { tidyDetails } from '../../workshop/tidyDetails.ts';
import { type Failure, failureOf, inParallel } from '../inParallel.ts';
import type { NewItem } from '../item.ts';
import { planDrop } from '../plan.ts';
import type { BoardPort } from '../port.ts';
import { Cancelled, retrying } from '../retrying.ts';
import { callsAtOnce, type DropResult, runDrop } from '../runDrop.ts';
import { gated } from './gate.ts';
import { gridFor, placeOf, type Size, type Spot } from './grid.ts';
import { leftoversAt, straysOf } from './leftovers.ts';
import { type OverviewWords, overviewSize, planOverview } from './overview.ts';

export interface ManySheets {
  readonly template: Template;
  readonly writing: Writing;
  /** By the number of their place, which stays theirs. */
  readonly sheets: readonly { readonly details: SheetDetails; readonly place: number }[];
  /** `frames`: of every sheet that stands. */
  readonly overview: (frames: ReadonlyMap<SheetId, ItemId>) => OverviewWords;
}

export interface ManyProgress {
  /** Sheets that stand, of all. */
  readonly sheets: number;
  readonly total: number;
  /** Of the one that is being placed, from 0 to 1. */
  readonly share: number;
  /** The board's budget has no room just now. */
  readonly waiting: boolean;
}

export interface ManyOptions {
  readonly clock: Clock;
  readonly hasRoom: () => boolean;
  readonly signal: AbortSignal;
  /** Where it all goes, as an earlier try found; told before anything is placed, to be kept for another one. */
  readonly spot: Spot | null;
  readonly onSpot: (spot: Spot) => void;
  readonly onProgress: (progress: ManyProgress) => void;
  /** A sheet stands and is on record. */
  readonly onDropped: (dropped: Extract<DropResult, { kind: 'dropped' }>, size: Size) => void;
  /** The overview's frame, told before anything is put in it; `was`: that of an earlier try. */
  readonly onOverview: (frame: ItemId) => void;
  readonly was: ItemId | null;
}

export type ManyResult =
  | { readonly kind: 'done'; readonly overview: ItemId }
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'failed' } & Failure);

/** The frame's id in a record, unparsed. */
const frameIn = (json: unknown): ItemId | null =>
  typeof json === 'object' && json !== null && 'frame' in json && typeof json.frame === 'string'
    ? (json.frame as ItemId) // our own record's
    : null;

/** The overview grows to the right from here on, so sheets that come later need no more room above. */
const leastRows = 10;

async function findSpot(many: ManySheets, board: Pick<BoardPort, 'findEmptySpace'>): Promise<Spot> {
  const { template, writing, sheets, overview } = many;
  const sizes = sheets.map(({ details }) => layoutSheet(template, tidyDetails(details), { writing }));
  const cell = {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
  const words = overview(new Map());
  const [first] = words.rows;
  const more = first ? Array.from({ length: leastRows }, () => first) : [];
  const head = overviewSize({ ...words, rows: [...words.rows, ...more] }).height;
  const places = Math.max(...sheets.map(({ place }) => place)) + 1;
  const { grid, size } = gridFor(places, cell, head);
  const centre = await board.findEmptySpace(size);
  const corner = {
    x: Math.round(centre.x - size.width / 2),
    y: Math.round(centre.y - size.height / 2),
  };
  return { ...grid, corner };
}

export async function dropMany(
  many: ManySheets,
  board: BoardPort,
  options: ManyOptions,
): Promise<ManyResult> {
  const { clock, hasRoom, signal, onProgress } = options;
  const { template, writing, sheets } = many;
  const total = sheets.length;
  let done = 0;
  let share = 0;
  let waiting = false;
  const tell = (): void => onProgress({ sheets: done, total, share, waiting });
  const paced = gated(board, {
    ...{ clock, hasRoom, signal },
    onWaiting(now) {
      waiting = now;
      tell();
    },
  });
  const attempt = retrying(clock);
  const remove = async (ids: readonly ItemId[]): Promise<void> => {
    // The frame last: what lies in it would go with it on some boards, and not on others.
    await inParallel(
      ids.slice(0, -1).map((id) => () => attempt(() => board.remove(id), signal)),
      callsAtOnce,
    );
    for (const id of ids.slice(-1)) await attempt(() => board.remove(id), signal);
  };

  try {
    tell();
    const spot = options.spot ?? (await findSpot(many, board));
    options.onSpot(spot);
    const records = await board.readSheetRecords();
    const items = await board.readAll();
    const recorded = new Set([...records.values()].flatMap((json) => frameIn(json) ?? []));
    const frames = new Map<SheetId, ItemId>();
    const gone = new Set<ItemId>();
    const clear = async (box: Box, title: string, planned: readonly NewItem[]): Promise<void> => {
      const left = items.filter(({ id }) => !gone.has(id));
      const ours = leftoversAt(box, title, left, recorded).filter(({ written }) => !written);
      const all = [...new Set([...straysOf(planned, left), ...ours.flatMap((one) => one.items)])];
      for (const id of all) gone.add(id);
      await remove(all);
    };

    for (const { details: given, place } of sheets) {
      const details = tidyDetails(given);
      const known = frameIn(records.get(details.id));
      if (known) frames.set(details.id, known);
      else {
        const size = layoutSheet(template, details, { writing });
        const box = placeOf(spot, place, size);
        const plan = planDrop(template, details, { centre: box, writing });
        const planned = plan.commands.map(({ item }) => item);
        await clear(box, frameTitle(template, details), planned);
        share = 0;
        const result = await runDrop(plan, paced, {
          ...{ clock, signal },
          onProgress({ phase, done: placed, total: all }) {
            share = phase === 'placing' ? placed / all : 0;
            tell();
          },
        });
        if (result.kind !== 'dropped') return result.kind === 'cancelled' ? { kind: 'cancelled' } : result;
        frames.set(details.id, result.frame);
        options.onDropped(result, { width: size.width, height: size.height });
      }
      done += 1;
      share = 0;
      tell();
    }

    const { frame, items: lines } = planOverview(many.overview(frames), spot.corner);
    // An overview of an earlier try may lack somebody; it is ours, as long as nobody put a note into it.
    const before = items.find(({ id }) => id === options.was);
    if (before) await clear(before.box, before.text, []);
    await clear(frame.box, frame.title, lines);
    const { id: overview } = await attempt(() => paced.create(frame), signal);
    options.onOverview(overview);
    const place = (item: (typeof lines)[number]) => async () => {
      const { id } = await attempt(() => paced.create(item), signal);
      await attempt(() => paced.putInFrame(overview, id), signal);
    };
    await inParallel(lines.map(place), callsAtOnce);
    return { kind: 'done', overview };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    return { kind: 'failed', ...failureOf(error) };
  }
}
