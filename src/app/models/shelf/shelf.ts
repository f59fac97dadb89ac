/**
 * Examples from the shelf as notes on the board: put into their lane with a click, or dragged to a place. Each is
 * remembered as a seed, so that everybody sees that it is generic until somebody has rewritten it.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { markGone } from '../../../annotations/sheetDocument.ts';
import { isStillGeneric, plantSeed, readSeeds } from '../../../annotations/shelf/seeds.ts';
import { sameText } from '../../../annotations/text.ts';
import { type Box, holds, left, type Point, top } from '../../../base/box.ts';
import type { Disposer } from '../../../base/disposer.ts';
import { readBorders } from '../../../board/borders.ts';
import { lanesFor } from '../../../board/harvest.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import { noteColour } from '../../../workshop/lens.ts';
import { type Example, exampleWith } from '../../../workshop/shelf/examples.ts';
import { noteSize } from '../../../workshop/spacing.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { handsPart } from '../sheet/sheetParts.ts';
import { dragPrefix } from './dragPrefix.ts';

export interface Shelf {
  /** Examples that lie on the sheet and still say what they said. */
  readonly used: ReadonlySignal<ReadonlySet<string>>;
  /** Into its lane. `leave` brings the person to where room can be made. True when the board has it. */
  put(example: Example, leave: () => void): Promise<boolean>;
  /** Takes examples that are dragged out of the panel, until the disposer is called. */
  listen(): Disposer;
  dispose(): void;
}

export function openShelf(context: SheetContext): Shelf {
  const { documents, platform, view, notes, me, now, tell, onBoard, look, loaded, keeper } = context;
  const { board } = platform;

  const plant = (note: ItemId, example: Example): void =>
    void plantSeed(documents.sheet, {
      note,
      example: example.id,
      text: example.text,
      by: me.id,
      at: now(),
    });

  /** A blank sticky that it was written on is left blank; one that was made for it goes. */
  const takeBack = async (note: ItemId, example: Example, wasBlank: boolean): Promise<void> => {
    await onBoard('take the example off the board', async () => {
      const [item] = await board.readSome([note]);
      if (!item) return;
      if (!sameText(item.text, example.text)) {
        keeper.take([item]);
        tell({ tone: 'warn', message: 'It has been rewritten since, so it stays. Delete it on the board.' });
        return;
      }
      if (wasBlank) await notes.reword(note, '');
      else {
        await board.remove(note);
        markGone(documents.sheet, [note]);
      }
    });
  };

  const placed = (note: ItemId, example: Example, message: string, wasBlank = false): void => {
    plant(note, example);
    tell({
      tone: 'info',
      message,
      action: { word: 'Undo', run: () => void takeBack(note, example, wasBlank) },
    });
  };

  const put: Shelf['put'] = async (example, leave) => {
    let note: ItemId | null = null;
    let before: SheetOnBoard | null = null;
    const tried = await onBoard('put the example on the board', async () => {
      before = await look();
      note = await notes.add(before, example.lane, example.text);
    });
    if (!tried) return false;
    if (note === null) {
      const run = (): void => {
        leave();
        void loaded(handsPart).then(({ layout }) => layout.show({ kind: 'room', lane: example.lane }));
      };
      tell({
        tone: 'warn',
        message: 'That lane is full. Make room first, or drag the example to where you want it.',
        action: { word: 'Make room', run },
      });
      return false;
    }
    const known = (before as SheetOnBoard | null)?.items.some(({ id }) => id === note) ?? false;
    placed(note, example, 'On the board, marked generic until you rewrite it.', known);
    return true;
  };

  const laneAt = (sheet: SheetOnBoard, box: Box): LaneId | null => {
    const { columns, anchors, frame, items } = sheet;
    const boxes = new Map(items.map((item) => [item.id, item.box]));
    const borders = readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id));
    const within = { ...box, x: box.x - left(frame.box), y: box.y - top(frame.box) };
    const [lane, second] = lanesFor(borders, within);
    return lane !== undefined && second === undefined ? lane : null;
  };

  const drop = async (example: Example, point: Point): Promise<void> => {
    await onBoard('put the example on the board', async () => {
      const sheet = await look();
      const box = { ...point, ...noteSize };
      const lane = laneAt(sheet, box);
      const lanes = sheet.columns.flatMap((column) => column.lanes);
      const target = lanes.find(({ id }) => id === (lane ?? example.lane));
      const colour = target ? noteColour(target) : 'light_yellow';
      const made = await board.create({ kind: 'sticky', box, text: example.text, colour });
      const inside = holds(sheet.frame.box, point);
      // Where the board refuses it as a child, it still counts by where it lies.
      if (inside) await board.putInFrame(sheet.frame.id, made.id).catch(() => undefined);
      keeper.take(await board.readSome([made.id]));
      placed(
        made.id,
        example,
        lane !== null
          ? 'On the board, marked generic until you rewrite it.'
          : inside
            ? 'On the board, but in no lane. Move it to where it belongs.'
            : 'On the board, outside the sheet. Move it into a lane to make it a note.',
      );
    });
  };

  return {
    used: computed(() => {
      void documents.content.value;
      const seeds = readSeeds(documents.sheet).values;
      const present = view.value?.notes;
      return new Set(
        [...seeds.values()].flatMap(({ note, example, text }) => {
          const there = present?.get(note);
          return there && there.place !== 'gone' && isStillGeneric(text, there.text) ? [example] : [];
        }),
      );
    }),
    put,
    listen: () =>
      board.onDrop((point, target) => {
        const example = target.startsWith(dragPrefix) ? exampleWith(target.slice(dragPrefix.length)) : null;
        if (example) void drop(example, point);
      }),
    dispose: () => undefined,
  };
}
