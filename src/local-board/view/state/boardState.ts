/**
 * What one window shows, as signals: the board's contents (document), what is selected and where we look (session),
 * and who else is here (presence). Functions that change the board are in edits.ts; this file only holds and derives.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { type Box, overlap, type Point } from '../../../base/box.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardClient, Peer } from '../../client/client.ts';
import type { Viewport } from '../../host/screen.ts';
import { matesOf } from '../../model/groups.ts';
import type { ConnectorData, ConnectorEnd, TagData } from '../../model/item.ts';
import { inOrder } from '../../model/state.ts';
import { type Area, type Camera, coarse, viewportOf } from '../looking/camera.ts';
import { covers, seenBoxes, union } from './places.ts';
import { createShown, type Shown } from './shown.ts';

export type Tool = 'select' | 'hand' | 'sticky' | 'text' | 'shape' | 'frame' | 'card' | 'connector' | 'pen';

/** A connector that is being drawn, or one of whose ends is being taken elsewhere. */
export interface Linking {
  readonly fixed: ConnectorEnd;
  /** Which end is in the hand. */
  readonly end: 'start' | 'end';
  /** Where the end would be if it were let go now. */
  readonly over: ConnectorEnd | undefined;
  /** In dp. */
  readonly at: Point;
  readonly of?: ConnectorData;
}

export interface BoardState extends Shown {
  readonly connection: Signal<ReturnType<BoardClient['connection']['get']>>;
  readonly others: Signal<readonly Peer[]>;
  /** Real id → the id it was drafted under, so that a note keeps its element (and the caret in it) when it arrives. */
  readonly draftedAs: Map<string, string>;
  /** The other way round, for whoever still holds the draft's id. */
  readonly arrivedAs: Map<string, string>;
  readonly dragging: Signal<ReadonlySet<string>>;

  readonly selection: Signal<readonly string[]>;
  readonly editing: Signal<string | null>;
  /** The item that takes part in the page's tab order. */
  readonly focused: Signal<string | null>;
  readonly tool: Signal<Tool>;
  readonly spaceHeld: Signal<boolean>;
  /** In dp, while a selection rectangle is being drawn. */
  readonly marquee: Signal<Box | null>;
  readonly linking: Signal<Linking | null>;
  /** Points of the board, while a freehand line is being drawn. */
  readonly stroke: Signal<readonly Point[] | null>;
  /** Board coordinates of the pointer, or null when it is elsewhere. */
  readonly pointer: Signal<Peer['cursor']>;

  readonly mapShown: Signal<boolean>;
  readonly camera: Signal<Camera>;
  /** The canvas in pixels. */
  readonly size: Signal<{ readonly width: number; readonly height: number }>;
  /** What a docked panel covers on the left, in pixels. */
  readonly covered: Signal<number>;

  readonly tags: Signal<ReadonlyMap<string, TagData>>;
  readonly area: ReadonlySignal<Area>;
  readonly viewport: ReadonlySignal<Viewport>;
  /** Ids that need to be in the page, bottom to top. */
  readonly visible: ReadonlySignal<readonly string[]>;
  /** The frames among them. */
  readonly frames: ReadonlySignal<readonly string[]>;
  /** The selection without what has been deleted meanwhile. */
  readonly selected: ReadonlySignal<readonly string[]>;
  readonly isSelected: ReadonlySignal<ReadonlySet<string>>;
  /** Around all that is selected, as a person sees it; undefined where nothing is. */
  readonly selectedBox: ReadonlySignal<Box | undefined>;
  /** Zoom in steps of 2, for what only roughly depends on it. */
  readonly zoomStep: ReadonlySignal<number>;
  /** The same ids bottom to top; frames first. */
  inLine(ids: Iterable<string>): string[];
  /** All that a click on this item selects: its group, where it is in one. */
  matesOf(id: string): readonly string[];
  /** Connectors both of whose ends are among these. */
  linesBetween(ids: ReadonlySet<string>): readonly string[];
  /** The topmost of the items, frames left out, that is seen at a point of the board. */
  itemAt(point: Point): string | undefined;
}

export function createBoardState(client: BoardClient): BoardState {
  const stored = () => client.contents.get().items;
  const selection = signal<readonly string[]>([]);
  const editing = signal<string | null>(null);
  const focused = signal<string | null>(null);
  const camera = signal<Camera>({ x: 0, y: 0, k: 1 });
  const size = signal({ width: 1280, height: 800 });
  const covered = signal(0);
  const tags = signal<ReadonlyMap<string, TagData>>(new Map());

  const area = computed<Area>(() => ({
    left: covered.value,
    top: 0,
    width: Math.max(1, size.value.width - covered.value),
    height: size.value.height,
  }));
  const viewport = computed(() => viewportOf(camera.value, area.value));
  const roughly = computed(() => {
    const whole = viewportOf(camera.value, { left: 0, top: 0, ...size.value });
    return JSON.stringify(coarse(whole));
  });
  const roughBox = computed<Box>(() => {
    const { x, y, width, height }: Viewport = JSON.parse(roughly.value);
    return { x: x + width / 2, y: y + height / 2, width, height };
  });

  /** Rises when an item comes into the rough view, leaves it, or changes its layer there. */
  const crossings = signal(0);
  let inView: ReadonlySet<string> = new Set();
  const layers = new Map<string, number>();
  const crossed = () => {
    crossings.value = crossings.peek() + 1;
  };
  const shown = createShown(
    (id) => stored().get(id),
    (id, box) => {
      if ((box !== undefined && overlap(box, roughBox.peek())) !== inView.has(id)) crossed();
    },
  );
  const { items, places, grid, drafts } = shown;
  const inLine = (ids: Iterable<string>): string[] =>
    untracked(() => {
      const those = [...ids].flatMap((id) => items.get(id) ?? []);
      const layers = stored();
      // What is being made lies on top of all that is stored.
      const layerOf = (id: string) => (drafts.has(id) ? Number.MAX_SAFE_INTEGER : layers.layerOf(id));
      return inOrder(those, layerOf).map(({ id }) => id);
    });

  const visible = computed(() => {
    void crossings.value;
    const found = new Set(grid.find(roughBox.value));
    inView = found;
    const kept = [editing.value, focused.value].filter((id) => id !== null && items.has(id)) as string[];
    return inLine(new Set([...found, ...kept]));
  });
  const selected = computed(() => {
    const ids = selection.value;
    return ids.every((id) => items.has(id)) ? ids : ids.filter((id) => items.has(id));
  });

  return {
    ...shown,
    renew(ids) {
      for (const id of ids) {
        const layer = stored().has(id) ? stored().layerOf(id) : undefined;
        if (layers.get(id) !== layer && inView.has(id)) crossed();
        if (layer === undefined) layers.delete(id);
        else layers.set(id, layer);
      }
      shown.renew(ids);
    },
    inLine,
    matesOf(id) {
      const item = items.get(id);
      return item && !drafts.has(id) ? matesOf(item, client.contents.get().relations) : [id];
    },
    linesBetween(ids) {
      const { relations } = client.contents.get();
      const lines = new Set([...ids].flatMap((id) => [...relations.connectorsOf(id)]));
      return [...lines].filter((id) => {
        const line = items.get(id);
        return line?.type === 'connector' && ids.has(line.start.item) && ids.has(line.end.item);
      });
    },
    itemAt(point) {
      const near = grid.find({ ...point, width: 1, height: 1 });
      return inLine(near).findLast((id) => {
        const [item, box] = [items.get(id), places.get(id)];
        return item && box && item.type !== 'frame' && covers(item, box, point);
      });
    },
    connection: signal(client.connection.get()),
    others: signal(client.others.get()),
    draftedAs: new Map<string, string>(),
    arrivedAs: new Map<string, string>(),
    dragging: signal<ReadonlySet<string>>(new Set()),
    selection,
    editing,
    focused,
    tool: signal<Tool>('select'),
    spaceHeld: signal(false),
    marquee: signal<Box | null>(null),
    linking: signal<Linking | null>(null),
    stroke: signal<readonly Point[] | null>(null),
    pointer: signal<Peer['cursor']>(null),
    mapShown: signal(false),
    camera,
    size,
    covered,
    tags,
    area,
    viewport,
    visible,
    frames: computed(() => {
      const near = visible.value;
      return untracked(() => near.filter((id) => items.get(id)?.type === 'frame'));
    }),
    selected,
    isSelected: computed(() => new Set(selected.value)),
    selectedBox: computed(() => union(seenBoxes(selected.value, items, places))),
    zoomStep: computed(() => 2 ** Math.round(Math.log2(camera.value.k))),
  };
}

/** Keeps the state in step with the client until disposed of. */
export function followClient(state: BoardState, client: BoardClient): Disposer {
  const kept = disposers();
  const bring = (changed: Iterable<string>) =>
    batch(() => {
      const { tags } = client.contents.get();
      const known = state.tags.peek();
      const ids = [...changed];
      if (ids.some((id) => tags.get(id) !== known.get(id))) state.tags.value = new Map(tags);
      state.renew(ids);
    });
  const { items, tags } = client.contents.get();
  batch(() => {
    state.connection.value = client.connection.get();
    state.others.value = client.others.get();
    bring([...items.keys(), ...tags.keys()]);
  });
  kept.add(client.connection.subscribe((now) => (state.connection.value = now)));
  kept.add(client.contents.subscribe((_, changed) => bring(changed)));
  kept.add(client.others.subscribe((now) => (state.others.value = now)));
  return kept.dispose;
}
