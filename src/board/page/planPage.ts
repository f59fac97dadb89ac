/**
 * What is left to do until a page (layout.ts) lies on the board as it should, from how the board stands now. So the same
 * question puts it there, goes on after a refusal or a closed tab, and says that nothing has changed. What somebody did
 * to it by hand is told apart from what we wrote by what is on record, and asked about before it is written over; what
 * somebody put on it is never touched.
 */
import { type Box, bottom, boxAt, left, moved, overlap, right, top } from '../../base/box.ts';
import { textHash } from '../../base/textHash.ts';
import type { ItemId } from '../../workshop/ids.ts';
import { margin } from '../../workshop/spacing.ts';
import type { ChangePlan, IntoFrame, SheetChange } from '../changePlan.ts';
import { itemsInFrame } from '../inFrame.ts';
import type { BoardItem } from '../item.ts';
import { rounding, sameBox, sameSize } from '../near.ts';
import { againKey, pieceAgain } from './again.ts';
import { placeBeside } from './beside.ts';
import type { PageLayout, PagePiece } from './layout.ts';

/** As we wrote a piece, or were about to when we were interrupted. */
export interface Written {
  /** Of its text (`hashOf`). */
  readonly hash: string;
  /** Relative to the frame's corner; of the frame itself only the size counts. */
  readonly box: Box;
}

export interface WrittenPiece {
  /** Null until it is known. */
  readonly id: ItemId | null;
  readonly as: readonly Written[];
  /** It was to be taken away, so nobody else has deleted it. */
  readonly goes?: boolean;
}

/** What we wrote the last time. */
export interface WrittenPage {
  readonly frame: ItemId;
  /** The frame's own name and size. */
  readonly self: readonly Written[];
  readonly pieces: ReadonlyMap<string, WrittenPiece>;
}

export interface HandEdit {
  /** What it says now, or said when it was there. */
  readonly what: string;
  readonly how: 'reworded' | 'moved' | 'deleted';
}

export interface PagePlan {
  /** The frame that is there; null where one has to be made. */
  readonly frame: ItemId | null;
  /** What somebody did to it by hand that would be undone. */
  readonly edits: readonly HandEdit[];
  /** The frame is made, or made large enough. */
  readonly first: ChangePlan;
  /** What stands in it, once it is there. */
  readonly rest: (frame: ItemId) => ChangePlan;
  /** To be put on record before anything is written (`made`: nothing yet), and when all is done. */
  readonly during: (frame: ItemId, made: ReadonlyMap<string, ItemId>) => WrittenPage;
  readonly after: (frame: ItemId, made: ReadonlyMap<string, ItemId>) => WrittenPage;
}

export const frameKey = 'page';
const newFrame = (title: string, box: Box) => ({ kind: 'frame', box, title, fill: '#ffffff' }) as const;

/** A board may give back other spaces than it was given. */
export const hashOf = (text: string): string => textHash(text.replace(/\s+/g, ' ').trim());

/** Miro's ids are long decimal numbers. */
const bySize = (a: BoardItem, b: BoardItem): number =>
  a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const asPlanned = ({ item }: PagePiece): Written => ({ hash: hashOf(item.text), box: item.box });

/** One that a closed tab left before it was on record: it has our name, and nobody has put anything on it. */
const emptyFrame = (name: string, all: readonly BoardItem[]): BoardItem | undefined =>
  all.find((item) => item.kind === 'frame' && item.text === name && itemsInFrame(item, all).length === 0);

interface Found {
  readonly item: BoardItem;
  /** Its box is relative to the frame's corner. */
  readonly box: Box;
  readonly edit: HandEdit['how'] | null;
}

interface Around {
  /** Everything on the board. */
  readonly all: readonly BoardItem[];
  /** What it goes beside; null where that is not on the board. */
  readonly sheet: Box | null;
  /** Where it goes then. */
  readonly free?: Box;
}

export function planPage(
  layout: PageLayout,
  written: WrittenPage | null,
  { all, sheet, free }: Around,
): PagePlan {
  const { name, width, height, pieces } = layout;
  const onRecord = written && all.find(({ id }) => id === written.frame);
  // A frame that was deleted is made anew, whatever is on record.
  const record = onRecord ? written : null;
  const frame = onRecord ?? (written ? undefined : emptyFrame(name, all));
  const inside = frame ? itemsInFrame(frame, all) : [];
  const byId = new Map(all.map((item) => [item.id, item]));
  const relative = (item: BoardItem): Box =>
    item.frame === frame?.id || !frame
      ? item.local
      : { ...item.box, x: item.box.x - left(frame.box), y: item.box.y - top(frame.box) };

  const planned = new Map(pieces.map((piece) => [piece.key, asPlanned(piece)]));
  const edits: HandEdit[] = [];
  const found = new Map<string, Found>();
  for (const [key, { id, as, goes }] of record?.pieces ?? []) {
    const item = id === null ? undefined : byId.get(id);
    const wish = planned.get(key);
    const known = wish ? [...as, wish] : as;
    if (!item) {
      // What was to be made when we were interrupted was never there; what is no longer wanted may go.
      if (id !== null && wish && !goes) edits.push({ what: textOf(pieces, key), how: 'deleted' });
      continue;
    }
    const box = relative(item);
    const edit = !known.some(({ hash }) => hash === hashOf(item.text))
      ? 'reworded'
      : !known.some((one) => sameBox(one.box, box))
        ? 'moved'
        : null;
    if (edit) edits.push({ what: item.text, how: edit });
    found.set(key, { item, box, edit });
  }

  // Ours, and not known by id: made before a tab was closed, or by somebody else at the same moment.
  const recorded = new Set([...found.values()].map(({ item }) => item.id));
  const doubles: { readonly key: string; readonly item: BoardItem }[] = [];
  for (const key of new Set([...planned.keys(), ...(record?.pieces.keys() ?? [])])) {
    const wish = planned.get(key);
    const written = [...(wish ? [wish] : []), ...(record?.pieces.get(key)?.as ?? [])];
    const same = inside
      .filter(({ id, kind }) => kind === 'shape' && !recorded.has(id))
      .filter(({ text, box }) => written.some((one) => one.hash === hashOf(text) && sameBox(one.box, box)))
      .sort(bySize);
    const first = found.has(key) ? undefined : same.find((item) => item.frame === frame?.id);
    if (first) found.set(key, { item: first, box: first.box, edit: null });
    doubles.push(...same.filter((item) => item !== first).map((item) => ({ key, item })));
  }

  const ours = new Set([...found.values(), ...doubles].map(({ item }) => item.id));
  const theirs = inside.filter(({ id }) => !ours.has(id));
  const needed = {
    width: Math.max(width, ...theirs.map(({ box }) => Math.ceil(right(box) + margin))),
    height: Math.max(height, ...theirs.map(({ box }) => Math.ceil(bottom(box) + margin))),
  };

  const oursOnBoard = (item: BoardItem): boolean =>
    item.id === frame?.id || ours.has(item.id) || (frame !== undefined && item.frame === frame.id);
  const others = all
    .filter((item) => !oursOnBoard(item) && (item.frame === null || item.kind === 'frame'))
    .map(({ box }) => box);
  const place = (size: { width: number; height: number }): Box =>
    sheet ? placeBeside(sheet, size, others) : (free ?? boxAt(0, 0, size.width, size.height));
  const { box: final, large } = frameBoxes();

  /** Where the frame is to be in the end, and while things move in it. */
  function frameBoxes(): { readonly box: Box; readonly large: Box } {
    if (!frame) return { box: place(needed), large: place(needed) };
    const size = { width: frame.box.width, height: frame.box.height };
    const ownSize = record?.self.some(({ box }) => sameSize(box, frame.box)) ?? true;
    // Somebody's own size is kept as long as all fits into it.
    const fits = size.width >= needed.width - rounding && size.height >= needed.height - rounding;
    const end = fits && !ownSize ? size : needed;
    const grown = { width: Math.max(size.width, end.width), height: Math.max(size.height, end.height) };
    const here = boxAt(left(frame.box), top(frame.box), grown.width, grown.height);
    const covered = (box: Box): boolean => others.some((other) => overlap(other, box));
    // It moves only where it would cover more than it does, and takes all that lies on it along.
    const moves = covered(here) && !covered(frame.box) && theirs.every((item) => item.frame === frame.id);
    const at = moves ? place(grown) : here;
    return { box: boxAt(left(at), top(at), end.width, end.height), large: at };
  }

  const onBoard = (box: Box): Box => moved(box, left(final), top(final));
  const renamed = frame !== undefined && frame.text !== name;
  const first: SheetChange[] = !frame
    ? [
        {
          ...{ kind: 'create', key: frameKey, what: name, frame: null },
          item: newFrame(name, final),
        },
      ]
    : sameBox(frame.box, large) && !renamed
      ? []
      : [
          {
            ...{ kind: 'change', id: frame.id, what: name },
            from: { box: frame.box, text: frame.text },
            to: { box: sameBox(frame.box, large) ? frame.box : large, text: name },
          },
        ];
  if (renamed && record && !record.self.some(({ hash }) => hash === hashOf(frame.text)))
    edits.push({ what: frame.text, how: 'reworded' });

  const astray = new Set<ItemId>();
  const changes: SheetChange[] = [];
  const creates: ((frame: ItemId) => SheetChange)[] = [];
  for (const { key, item: wish } of pieces) {
    const here = found.get(key);
    if (here && here.item.frame === frame?.id) {
      const says = hashOf(here.item.text) === hashOf(wish.text);
      const lies = sameBox(here.box, wish.box);
      if (says && lies) continue;
      changes.push({
        ...{ kind: 'change', id: here.item.id, what: wish.text },
        from: { box: onBoard(lies ? wish.box : here.box), text: says ? wish.text : here.item.text },
        to: { box: onBoard(wish.box), text: wish.text, bold: wish.look.bold === true },
      });
      continue;
    }
    // Outside its frame it is made again in it: the board would not take it back where it lies.
    if (here) astray.add(here.item.id);
    creates.push((into) => ({
      ...{ kind: 'create', key, what: wish.text, frame: into },
      item: { ...wish, box: onBoard(wish.box) },
    }));
  }
  const unwanted = new Map(
    [
      ...[...found].flatMap(([key, { item }]) =>
        !planned.has(key) || astray.has(item.id) ? [{ key, item }] : [],
      ),
      ...doubles,
    ].map((one) => [one.item.id, one]),
  );
  const removals = [...unwanted.values()].map(({ key, item }) =>
    pieceGoes(
      key,
      item,
      item.frame !== null && item.frame === frame?.id ? onBoard(relative(item)) : item.box,
    ),
  );
  const settle = (id: ItemId): SheetChange[] =>
    sameSize(final, large)
      ? []
      : [{ kind: 'change', id, what: name, from: { box: large }, to: { box: final } }];

  const self: Written = { hash: hashOf(name), box: boxAt(0, 0, final.width, final.height) };
  const page =
    (both: boolean) =>
    (id: ItemId, made: ReadonlyMap<string, ItemId>): WrittenPage => {
      const written = (key: string, wish: Written | undefined): WrittenPiece => {
        const here = found.get(key);
        // While it is under way either may stand there: what stands now, as long as it is ours, or what is to come.
        const now: Written[] =
          both && here && !here.edit ? [{ hash: hashOf(here.item.text), box: here.box }] : [];
        const same = now.some((one) => one.hash === wish?.hash && sameBox(one.box, wish.box));
        const own = here?.item.frame === frame?.id ? here?.item.id : undefined;
        const goes = both && here !== undefined && (!wish || astray.has(here.item.id));
        return {
          ...{ id: made.get(key) ?? own ?? null, as: same || !wish ? now : [...now, wish] },
          ...(goes ? { goes } : {}),
        };
      };
      const keys = both ? [...new Set([...planned.keys(), ...found.keys()])] : [...planned.keys()];
      return {
        frame: id,
        self: both && frame ? [{ hash: hashOf(frame.text), box: frame.box }, self] : [self],
        pieces: new Map(keys.map((key) => [key, written(key, planned.get(key))])),
      };
    };

  return {
    frame: frame?.id ?? null,
    edits,
    first: { stages: [first] },
    rest: (id) => ({ stages: [[...changes, ...creates.map((make) => make(id))], removals, settle(id)] }),
    during: page(true),
    after: page(false),
  };
}

/** A removal that can be taken back. `box`: where it would stand again. */
const pieceGoes = (key: string, item: BoardItem, box: Box, into: IntoFrame = item.frame): SheetChange => ({
  ...{ kind: 'remove', id: item.id, what: item.text },
  restores: { key: againKey(item.id), item: pieceAgain(key, item, box), frame: into },
});

const textOf = (pieces: readonly PagePiece[], key: string): string =>
  pieces.find((piece) => piece.key === key)?.item.text ?? '';

/** Takes the page off the board, but leaves what somebody changed or put on it, and the frame with that. */
export function planPageRemoval(
  { frame: id, pieces, self }: WrittenPage,
  all: readonly BoardItem[],
): { readonly plan: ChangePlan; readonly keepsFrame: boolean } {
  const frame = all.find((item) => item.id === id);
  const byId = new Map(all.map((item) => [item.id, item]));
  const gone = [...pieces].flatMap(([key, { id: piece, as }]) => {
    const item = piece === null ? undefined : byId.get(piece);
    return item && as.some(({ hash }) => hash === hashOf(item.text)) ? [{ key, item }] : [];
  });
  const going = new Set(gone.map(({ item }) => item.id));
  const keepsFrame =
    frame !== undefined &&
    (itemsInFrame(frame, all).some((item) => !going.has(item.id)) ||
      !self.some(({ hash }) => hash === hashOf(frame.text)));
  const into = frame && !keepsFrame ? { key: frameKey } : (frame?.id ?? null);
  const frameGoes = ({ box, text }: BoardItem): SheetChange => ({
    ...{ kind: 'remove', id, what: text },
    restores: { key: frameKey, item: newFrame(text, box), frame: null },
  });
  return {
    plan: {
      stages: [
        gone.map(({ key, item }) => pieceGoes(key, item, item.box, item.frame === id ? into : item.frame)),
        frame && !keepsFrame ? [frameGoes(frame)] : [],
      ],
    },
    keepsFrame,
  };
}

/** What is on record once something was taken back: what was before, with those that had to be made again. */
export function pageAgain(before: WrittenPage, made: ReadonlyMap<string, ItemId>): WrittenPage {
  const again = (id: ItemId | null): ItemId | null => (id === null ? null : (made.get(againKey(id)) ?? id));
  return {
    frame: made.get(frameKey) ?? before.frame,
    self: before.self,
    pieces: new Map([...before.pieces].map(([key, piece]) => [key, { ...piece, id: again(piece.id) }])),
  };
}
