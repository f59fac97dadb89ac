/**
 * What a person can do to the board by hand. Every change is shown at once, sent to the server, and taken back with
 * a message if the server refuses it.
 */
import { batch } from '@preact/signals';
import type { Box, Point } from '../../base/box.ts';
import type { Clock } from '../../base/clock.ts';
import type { BoardClient, ItemFields } from '../client/client.ts';
import type { FrameData, ItemData, ShapeData, StickyNoteData, TextData } from '../model/item.ts';
import type { BoardState, Fields } from './boardState.ts';
import type { Notices } from './notices.ts';
import { type Places, stored, union, withoutFollowers } from './places.ts';

export interface Edits {
  /** Puts a new item with its centre at a point and starts editing it. */
  add(type: 'sticky_note' | 'text' | 'shape' | 'frame', at: Point): void;
  addText(text: string, at: Point): void;
  /** Lets others see where held items are while they are being dragged; as often as the server keeps up. */
  trail(ids: readonly string[]): void;
  /** Stores where held items now lie; the hold ends when that is stored. */
  drop(ids: readonly string[]): void;
  resize(id: string, box: Box): void;
  nudge(dx: number, dy: number): void;
  write(id: string, content: string): void;
  recolour(colour: string): void;
  removeSelected(): void;
  duplicate(): void;
  /** Copies of these items, as they were, with their common centre at a point. */
  paste(items: readonly ItemData[], places: Places, at: Point): void;
  undo(): void;
  redo(): void;
}

export interface EditOptions {
  readonly clock: Clock;
  readonly readOnly: () => boolean;
}

/** Milliseconds between two places of a drag that others see. */
const trailEvery = 80;

/** Miro's default size of a square note, its shadow included (websdk-reference-sticky-note). */
const noteSize = { width: 199, height: 228 } as const;

/** The colour of the last note this person coloured is the colour of the next. */
const firstColour = 'light_yellow';

export function createEdits(
  client: BoardClient,
  state: BoardState,
  notices: Notices,
  options: EditOptions,
): Edits {
  const created = new Map<string, Promise<string | undefined>>();
  let drafted = 0;
  let noteColour = firstColour;
  let trailing = false;

  const refused = (what: string, error: unknown) => {
    const reason = error instanceof Error && error.message ? ` ${error.message}` : '';
    notices.tell('error', `${what}${reason}`);
  };

  const mayWrite = (): boolean => {
    if (options.readOnly()) notices.tell('info', 'You can look at this board, but not change it.');
    return !options.readOnly();
  };

  const release = (ids: readonly string[]) => {
    const held = new Map(state.held.value);
    for (const id of ids) held.delete(id);
    state.held.value = held;
  };

  /** Shows `changes` until the server has answered. A later change of the same item outranks an earlier one. */
  async function send(
    changes: readonly ItemFields[],
    by: 'geometry' | 'content',
    settle: readonly string[],
  ): Promise<void> {
    const mine = new Map<string, Fields>();
    if (by === 'content') {
      const pending = new Map(state.pending.value);
      for (const { id, ...fields } of changes) {
        const merged = { ...pending.get(id), ...fields };
        pending.set(id, merged);
        mine.set(id, merged);
      }
      state.pending.value = pending;
    }
    const holding = new Map(settle.map((id) => [id, state.held.value.get(id)]));
    try {
      await client.update(changes, { settle: by === 'geometry' });
    } catch (error) {
      refused('That change was not accepted.', error);
    } finally {
      batch(() => {
        release([...holding].filter(([id, box]) => state.held.value.get(id) === box).map(([id]) => id));
        const pending = new Map(state.pending.value);
        for (const [id, fields] of mine) if (pending.get(id) === fields) pending.delete(id);
        state.pending.value = pending;
      });
    }
  }

  const now = () => new Date().toISOString();

  function draftOf(type: 'sticky_note' | 'text' | 'shape' | 'frame', at: Point, id: string): ItemData {
    const base = {
      id,
      ...at,
      parentId: null,
      createdAt: now(),
      createdBy: client.me.userId,
      modifiedAt: now(),
      modifiedBy: client.me.userId,
    };
    const font = { color: '#1a1a1a', fontFamily: 'open_sans' };
    switch (type) {
      case 'sticky_note':
        return {
          ...base,
          ...noteSize,
          type,
          shape: 'square',
          content: '',
          style: { fillColor: noteColour, textAlign: 'center', textAlignVertical: 'middle' },
          tagIds: [],
        } satisfies StickyNoteData;
      case 'text':
        return {
          ...base,
          width: 300,
          height: 34,
          type,
          content: '',
          rotation: 0,
          style: { ...font, fontSize: 24, fillColor: 'transparent', fillOpacity: 1, textAlign: 'left' },
        } satisfies TextData;
      case 'shape':
        return {
          ...base,
          width: 200,
          height: 120,
          type,
          shape: 'rectangle',
          content: '',
          rotation: 0,
          style: {
            ...font,
            fontSize: 18,
            fillColor: '#ffffff',
            fillOpacity: 1,
            textAlign: 'center',
            textAlignVertical: 'middle',
            borderStyle: 'normal',
            borderOpacity: 1,
            borderColor: '#1a1a1a',
            borderWidth: 2,
          },
        } satisfies ShapeData;
      case 'frame':
        return {
          ...base,
          width: 1200,
          height: 675,
          type,
          title: 'Frame',
          childrenIds: [],
          showContent: true,
          style: { fillColor: '#ffffff' },
        } satisfies FrameData;
    }
  }

  /** What `create` is given: what the item is, without what the server decides. */
  function blank(item: ItemData): Record<string, unknown> {
    const { id: _id, createdAt: _at, createdBy: _by, modifiedAt: _when, modifiedBy: _who, ...rest } = item;
    const fields: Record<string, unknown> = { ...rest };
    // A note's height follows from its width, a text's from its content; setting it is refused.
    if (item.type === 'sticky_note' || item.type === 'text') delete fields.height;
    if (item.type === 'frame') {
      delete fields.childrenIds;
      delete fields.showContent;
    }
    return fields;
  }

  function create(draft: ItemData, edit: 'edit' | 'leave'): Promise<string | undefined> {
    const { id: draftId } = draft;
    batch(() => {
      state.drafts.value = new Map([...state.drafts.value, [draftId, draft]]);
      state.selection.value = [draftId];
      state.focused.value = draftId;
      if (edit === 'edit') state.editing.value = draftId;
    });
    const arrived = (async () => {
      try {
        const [item] = await client.create([blank(draft)], { settle: true });
        if (!item) throw new Error('The board answered without the item.');
        batch(() => {
          state.draftedAs.set(item.id, draftId);
          state.arrivedAs.set(draftId, item.id);
          const swap = (id: string | null) => (id === draftId ? item.id : id);
          state.selection.value = state.selection.value.map((id) => (id === draftId ? item.id : id));
          state.editing.value = swap(state.editing.value);
          state.focused.value = swap(state.focused.value);
          const pending = new Map(state.pending.value);
          const fields = pending.get(draftId);
          if (fields) pending.set(item.id, fields);
          pending.delete(draftId);
          state.pending.value = pending;
          const held = new Map(state.held.value);
          const box = held.get(draftId);
          if (box) held.set(item.id, box);
          held.delete(draftId);
          state.held.value = held;
          dropDraft(draftId);
        });
        return item.id;
      } catch (error) {
        batch(() => {
          if (state.editing.value === draftId) state.editing.value = null;
          dropDraft(draftId);
        });
        refused('It could not be added.', error);
        return undefined;
      }
    })();
    created.set(draftId, arrived);
    return arrived;
  }

  function dropDraft(id: string) {
    const drafts = new Map(state.drafts.value);
    drafts.delete(id);
    state.drafts.value = drafts;
  }

  /** Runs `task` with the server's id, at once if it is known. */
  const withId = (id: string, task: (id: string) => void) => {
    const arriving = state.drafts.value.has(id) ? created.get(id) : undefined;
    if (arriving) void arriving.then((real) => real !== undefined && task(real));
    else if (state.items.value.has(id)) task(id);
  };

  async function copies(items: readonly ItemData[], places: Places, dx: number, dy: number): Promise<void> {
    try {
      const fields = items.map((item) => {
        const box = places.get(item.id) ?? item;
        return { ...blank(item), x: box.x + dx, y: box.y + dy };
      });
      const made = await client.create(fields, { copyOf: items.map(({ id }) => id), settle: true });
      const ids = made.map(({ id }) => id);
      // The children of a copied frame come along but are not selected, so that moving the copy moves them once.
      const copied = new Set(items.map(({ id }) => id));
      state.selection.value = ids.filter((_, index) => !copied.has(items[index]?.parentId ?? ''));
    } catch (error) {
      refused('The copy could not be made.', error);
    }
  }

  /** Frames bring their children along. */
  const withChildren = (ids: readonly string[]): readonly ItemData[] => {
    const chosen = new Set(ids);
    return [...state.items.value.values()].filter(
      (item) => chosen.has(item.id) || (item.parentId !== null && chosen.has(item.parentId)),
    );
  };

  const heldPlaces = (ids: readonly string[]): ItemFields[] =>
    ids.flatMap((id) => {
      const box = state.held.value.get(id);
      const item = state.items.value.get(id);
      return box && item ? [{ id, ...stored(box, item.parentId, state.places.value) }] : [];
    });

  const newDraft = (type: 'sticky_note' | 'text' | 'shape' | 'frame', at: Point) => {
    drafted += 1;
    return draftOf(type, at, `draft-${drafted}`);
  };

  const edits: Edits = {
    add(type, at) {
      state.tool.value = 'select';
      if (mayWrite()) void create(newDraft(type, at), type === 'frame' ? 'leave' : 'edit');
    },
    addText(text, at) {
      if (!mayWrite()) return;
      const lines = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').split(/\r?\n/);
      const draft = newDraft('sticky_note', at);
      const content = lines.map((line) => `<p>${line}</p>`).join('');
      void create({ ...draft, content } as ItemData, 'leave');
    },
    trail(ids) {
      if (trailing) return;
      const changes = heldPlaces(ids).filter(({ id }) => !state.drafts.value.has(id));
      if (changes.length === 0) return;
      trailing = true;
      const pause = new Promise<void>((resolve) => options.clock.after(trailEvery, resolve));
      // Refusals are told when the drag ends and its last place is sent.
      void Promise.allSettled([client.update(changes), pause]).then(() => {
        trailing = false;
      });
    },
    drop(ids) {
      const changes = heldPlaces(ids);
      const drafts = changes.filter(({ id }) => state.drafts.value.has(id));
      for (const { id, ...fields } of drafts) {
        withId(id, (real) => void send([{ id: real, ...fields }], 'geometry', [real]));
      }
      const known = changes.filter(({ id }) => !state.drafts.value.has(id));
      if (known.length > 0) void send(known, 'geometry', ids);
    },
    resize(id, box) {
      const item = state.items.value.get(id);
      if (!item) return;
      const size =
        item.type === 'sticky_note' || item.type === 'text'
          ? { width: box.width }
          : { width: box.width, height: box.height };
      const at = stored(box, item.parentId, state.places.value);
      const settle = [...state.held.value.keys()];
      withId(id, (real) => void send([{ id: real, ...at, ...size }], 'geometry', settle));
    },
    nudge(dx, dy) {
      if (!mayWrite()) return;
      const ids = withoutFollowers(state.selected.value, state.items.value);
      const held = new Map(state.held.value);
      for (const id of ids) {
        const box = state.places.value.get(id);
        if (box) held.set(id, { ...box, x: box.x + dx, y: box.y + dy });
      }
      state.held.value = held;
      edits.drop(ids);
    },
    write(id, content) {
      const item = state.items.value.get(id);
      if (!item) return;
      const field = item.type === 'frame' ? 'title' : 'content';
      const before = item.type === 'frame' ? item.title : item.content;
      if (before === content || !mayWrite()) return;
      if (state.drafts.value.has(id)) {
        state.pending.value = new Map([...state.pending.value, [id, { [field]: content }]]);
      }
      withId(id, (real) => void send([{ id: real, [field]: content }], 'content', []));
    },
    recolour(colour) {
      if (!mayWrite()) return;
      noteColour = colour;
      const notes = state.selected.value.filter((id) => state.items.value.get(id)?.type === 'sticky_note');
      const changes = notes.filter((id) => !state.drafts.value.has(id));
      if (changes.length > 0) {
        void send(
          changes.map((id) => ({ id, style: { fillColor: colour } })),
          'content',
          [],
        );
      }
      for (const id of notes.filter((note) => state.drafts.value.has(note))) {
        withId(id, (real) => void send([{ id: real, style: { fillColor: colour } }], 'content', []));
      }
    },
    removeSelected() {
      const ids = state.selected.value.filter((id) => !state.drafts.value.has(id));
      if (ids.length === 0 || !mayWrite()) return;
      state.selection.value = [];
      void (async () => {
        try {
          await client.remove(ids);
        } catch (error) {
          refused('That could not be deleted.', error);
        }
      })();
    },
    duplicate() {
      const items = withChildren(state.selected.value);
      const box = union(state.selected.value.flatMap((id) => state.places.value.get(id) ?? []));
      if (!box || !mayWrite()) return;
      void copies(items, state.places.value, box.width + 20, 0);
    },
    paste(items, places, at) {
      const box = union(items.flatMap(({ id }) => places.get(id) ?? []));
      if (!box || !mayWrite()) return;
      void copies(items, places, at.x - box.x, at.y - box.y);
    },
    undo: () => void repeat(() => client.undo(), 'There is nothing of yours to undo.'),
    redo: () => void repeat(() => client.redo(), 'There is nothing of yours to redo.'),
  };

  async function repeat(step: () => Promise<boolean>, none: string): Promise<void> {
    try {
      if (!(await step())) notices.tell('info', none);
    } catch (error) {
      refused('That could not be taken back.', error);
    }
  }

  return edits;
}
