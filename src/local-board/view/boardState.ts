/**
 * What one window shows, as signals: the board's contents (document), what is selected and where we look (session),
 * and who else is here (presence). Functions that change the board are in edits.ts; this file only holds and derives.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Box, overlap } from '../../base/box.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { BoardClient, BoardContents, Peer } from '../client/client.ts';
import type { Viewport } from '../host/screen.ts';
import type { ItemData, TagData } from '../model/item.ts';
import { type Area, type Camera, coarse, viewportOf } from './camera.ts';
import { type Places, placesOf } from './places.ts';

export type Tool = 'select' | 'hand' | 'sticky' | 'text' | 'shape' | 'frame';
export type Fields = Readonly<Record<string, unknown>>;

export interface BoardState {
  readonly connection: Signal<ReturnType<BoardClient['connection']['get']>>;
  readonly contents: Signal<BoardContents>;
  readonly others: Signal<readonly Peer[]>;
  /** Fields on their way to the server, by item; shown as if they had arrived. */
  readonly pending: Signal<ReadonlyMap<string, Fields>>;
  /** Items that are being created; they carry an id of this window until the server has given theirs. */
  readonly drafts: Signal<ReadonlyMap<string, ItemData>>;
  /** Real id → the id it was drafted under, so that a note keeps its element (and the caret in it) when it arrives. */
  readonly draftedAs: Map<string, string>;
  /** The other way round, for whoever still holds the draft's id. */
  readonly arrivedAs: Map<string, string>;
  /** Places that outrank the stored ones: what is being dragged or resized, and what was, until that is stored. */
  readonly held: Signal<Places>;
  readonly dragging: Signal<ReadonlySet<string>>;

  readonly selection: Signal<readonly string[]>;
  readonly editing: Signal<string | null>;
  /** The item that takes part in the page's tab order. */
  readonly focused: Signal<string | null>;
  readonly tool: Signal<Tool>;
  readonly spaceHeld: Signal<boolean>;
  /** In dp, while a selection rectangle is being drawn. */
  readonly marquee: Signal<Box | null>;
  /** Board coordinates of the pointer, or null when it is elsewhere. */
  readonly pointer: Signal<Peer['cursor']>;

  readonly camera: Signal<Camera>;
  /** The canvas in pixels. */
  readonly size: Signal<{ readonly width: number; readonly height: number }>;
  /** What a docked panel covers on the left, in pixels. */
  readonly covered: Signal<number>;

  readonly items: ReadonlySignal<ReadonlyMap<string, ItemData>>;
  readonly tags: ReadonlySignal<ReadonlyMap<string, TagData>>;
  readonly places: ReadonlySignal<Places>;
  readonly area: ReadonlySignal<Area>;
  readonly viewport: ReadonlySignal<Viewport>;
  /** Ids that need to be in the page, bottom to top. */
  readonly visible: ReadonlySignal<readonly string[]>;
  /** The selection without what has been deleted meanwhile. */
  readonly selected: ReadonlySignal<readonly string[]>;
  /** Zoom in steps of 2, for what only roughly depends on it. */
  readonly zoomStep: ReadonlySignal<number>;
}

export function createBoardState(client: BoardClient): BoardState {
  const contents = signal(client.contents.get());
  const pending = signal<ReadonlyMap<string, Fields>>(new Map());
  const drafts = signal<ReadonlyMap<string, ItemData>>(new Map());
  const draftedAs = new Map<string, string>();
  const held = signal<Places>(new Map());
  const selection = signal<readonly string[]>([]);
  const editing = signal<string | null>(null);
  const focused = signal<string | null>(null);
  const camera = signal<Camera>({ x: 0, y: 0, k: 1 });
  const size = signal({ width: 1280, height: 800 });
  const covered = signal(0);

  const items = computed(() => {
    const stored = contents.value.items;
    if (pending.value.size === 0 && drafts.value.size === 0) return stored;
    const merged = new Map(stored);
    for (const [id, fields] of pending.value) {
      const item = merged.get(id);
      if (item) {
        const style = 'style' in item ? { style: { ...item.style, ...(fields.style as object) } } : {};
        // The fields come from edits.ts, which sets only what the item's type has.
        merged.set(id, { ...item, ...fields, ...style } as ItemData);
      }
    }
    for (const [id, draft] of drafts.value)
      merged.set(id, { ...draft, ...pending.value.get(id) } as ItemData);
    return merged;
  });
  const places = computed(() => placesOf(items.value, held.value));
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
  const visible = computed(() => {
    const seen: Viewport = JSON.parse(roughly.value);
    const box = { ...seen, x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
    const kept = new Set([editing.value, focused.value]);
    const frames: string[] = [];
    const rest: string[] = [];
    for (const item of items.value.values()) {
      const place = places.value.get(item.id);
      if (!place || !(kept.has(item.id) || overlap(place, box))) continue;
      (item.type === 'frame' ? frames : rest).push(item.id);
    }
    return [...frames, ...rest];
  });

  return {
    connection: signal(client.connection.get()),
    contents,
    others: signal(client.others.get()),
    pending,
    drafts,
    draftedAs,
    arrivedAs: new Map<string, string>(),
    held,
    dragging: signal<ReadonlySet<string>>(new Set()),
    selection,
    editing,
    focused,
    tool: signal<Tool>('select'),
    spaceHeld: signal(false),
    marquee: signal<Box | null>(null),
    pointer: signal<Peer['cursor']>(null),
    camera,
    size,
    covered,
    items,
    tags: computed(() => contents.value.tags),
    places,
    area,
    viewport,
    visible,
    selected: computed(() => selection.value.filter((id) => items.value.has(id))),
    zoomStep: computed(() => 2 ** Math.round(Math.log2(camera.value.k))),
  };
}

/** Keeps the state in step with the client until disposed of. */
export function followClient(state: BoardState, client: BoardClient): Disposer {
  const kept = disposers();
  batch(() => {
    state.connection.value = client.connection.get();
    state.contents.value = client.contents.get();
    state.others.value = client.others.get();
  });
  kept.add(client.connection.subscribe((now) => (state.connection.value = now)));
  kept.add(client.contents.subscribe((now) => (state.contents.value = now)));
  kept.add(client.others.subscribe((now) => (state.others.value = now)));
  return kept.dispose;
}
