/**
 * What a person can do to the board by hand. Every change is shown at once, sent to the server, and taken back with
 * a message if the server refuses it. What was typed is never thrown away.
 */
import { batch } from '@preact/signals';
import type { Box, Point } from '../../../base/box.ts';
import type { Clock } from '../../../base/clock.ts';
import type { BoardClient, ItemFields } from '../../client/client.ts';
import { type ConnectorEnd, isPlaced } from '../../model/item.ts';
import { wordsOf, writtenFields } from '../../model/words.ts';
import type { Stroke } from '../hands/stroke.ts';
import type { Notices } from '../notices.ts';
import type { BoardState } from '../state/boardState.ts';
import { movable, stored, union } from '../state/places.ts';
import type { Fields } from '../state/shown.ts';
import { type Copied, copied } from './clipboard.ts';
import { createCreating } from './creating.ts';
import { asContent, type ItemType, newItem } from './newItems.ts';
import { createSending } from './sending.ts';

export interface Edits {
  /** Puts a new item with its centre at a point and starts editing it. */
  add(type: ItemType, at: Point): void;
  /** A note with this text. */
  addText(text: string, at: Point): void;
  /** Lets others see where held items are while they are being dragged; as often as the server keeps up. */
  trail(ids: readonly string[]): void;
  /** Stores where held items now lie; the hold ends when that is stored. */
  drop(ids: readonly string[]): void;
  resize(id: string, box: Box): void;
  nudge(dx: number, dy: number): void;
  /** The content of a note, text or shape, or the title of a frame. */
  write(id: string, text: string): void;
  /** What was typed in an item that is gone goes to a new note there. */
  rescue(content: string, at: Point): void;
  /** Sets fields, shown at once; `failed` begins the message where that is refused. */
  change(failed: string, changes: readonly ItemFields[]): void;
  /** Makes new items as they are, selected when they have come. */
  make(items: readonly Readonly<Record<string, unknown>>[]): void;
  connect(start: ConnectorEnd, end: ConnectorEnd): void;
  /** Joins two selected items by a line; false where the selection is not two such. */
  connectSelected(): boolean;
  draw(stroke: Stroke): void;
  recolour(colour: string): void;
  removeSelected(): void;
  duplicate(): void;
  restack(to: 'front' | 'back'): void;
  /** Copies with their common centre at a point. */
  paste(copied: Copied, at: Point): void;
  undo(): void;
  redo(): void;
}

export interface EditOptions {
  readonly clock: Clock;
  readonly readOnly: () => boolean;
}

/**
 * Milliseconds between two places of a drag that others see, and for each item of it: a thousand items take every
 * window some work each time, and their own hand must not wait for it.
 */
const trailEvery = 80;
const trailPerItem = 0.5;

/** dp between an item and its duplicate. */
const besides = 20;

export function createEdits(
  client: BoardClient,
  state: BoardState,
  notices: Notices,
  { clock, readOnly }: EditOptions,
): Edits {
  const sending = createSending(client, state);
  const creating = createCreating(client, state);
  let drafted = 0;
  let trailing = false;
  let movedOn = false;
  /** The colour of the last note this person coloured is the colour of their next. */
  let noteColour = 'light_yellow';

  const mayWrite = (): boolean => {
    if (readOnly()) notices.tell('info', 'You can look at this board, but not change it.');
    return !readOnly();
  };

  /** Waits for `work` and says what was not done, and why. */
  const orSay = async (what: string, work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      notices.tell('error', error instanceof Error ? `${what} ${error.message}` : what);
    }
  };

  const draft = (type: ItemType, at: Point) => {
    drafted += 1;
    const now = new Date(clock.now()).toISOString();
    return newItem(type, { id: `draft-${drafted}`, at, userId: client.me.userId, now, noteColour });
  };

  const made = async (items: readonly Readonly<Record<string, unknown>>[]) => {
    const come = await client.create(items, { settle: true });
    state.selection.value = come.map(({ id }) => id);
  };

  const addNote = (content: string, at: Point) => {
    const note = draft('sticky_note', at);
    if (note.type === 'sticky_note')
      void orSay('It could not be added.', creating.create({ ...note, content }, 'leave'));
  };

  const heldPlaces = (ids: readonly string[]): readonly ItemFields[] =>
    ids.flatMap((id) => {
      const box = state.held.get(id);
      const item = state.items.get(id);
      return box && item ? [{ id, ...stored(box, item.parentId, state) }] : [];
    });

  const isDraft = ({ id }: { readonly id: string }) => state.drafts.has(id);

  /** Sends what the server knows in one command, and each draft's change once it has arrived. */
  function each(
    changes: readonly ItemFields[],
    send: (changes: readonly ItemFields[]) => Promise<void>,
  ): Promise<unknown> {
    const known = changes.filter((change) => !isDraft(change));
    const waiting = changes.filter(isDraft).map(async (change) => {
      const id = await creating.arrival(change.id);
      if (id !== undefined) await send([{ ...change, id }]);
    });
    return Promise.all([...(known.length > 0 ? [send(known)] : []), ...waiting]);
  }

  const sendPlaces = (changes: readonly ItemFields[], alsoHeld: readonly string[] = []) =>
    void orSay(
      'That could not be moved.',
      each(changes, (part) => sending.geometry(part, [...part.map(({ id }) => id), ...alsoHeld])),
    );

  async function keepText(id: string, fields: Fields, text: string, at: Point): Promise<void> {
    // Shown at once also while the note is still on its way.
    state.pending.set(id, { ...state.pending.get(id), ...fields });
    const real = await creating.arrival(id);
    if (real === undefined) return;
    try {
      await sending.content([{ ...fields, id: real }]);
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      if (client.contents.get().items.has(real)) {
        state.pending.set(real, fields);
        state.editing.value = real;
        notices.tell(
          'error',
          `That text was not accepted. ${why} It is still here: change it and try again.`,
        );
      } else {
        edits.rescue('title' in fields ? asContent(text) : text, at);
      }
    }
  }

  const edits: Edits = {
    add(type, at) {
      state.tool.value = 'select';
      if (!mayWrite()) return;
      const then = type === 'frame' ? 'leave' : 'edit';
      void orSay('It could not be added.', creating.create(draft(type, at), then));
    },
    addText(text, at) {
      if (mayWrite()) addNote(asContent(text), at);
    },
    rescue(content, { x, y }) {
      notices.tell('info', 'Somebody deleted this while you were writing. Your text is in a new note.');
      addNote(content, { x, y });
    },
    trail(ids) {
      if (trailing) {
        movedOn = true;
        return;
      }
      const changes = heldPlaces(ids).filter((change) => !isDraft(change));
      if (changes.length === 0) return;
      trailing = true;
      movedOn = false;
      const every = Math.max(trailEvery, changes.length * trailPerItem);
      const pause = new Promise<void>((resolve) => clock.after(every, resolve));
      // Refusals are told when the drag ends and its last place is sent.
      void Promise.allSettled([client.update(changes), pause]).then(() => {
        trailing = false;
        // Where the pointer rests is seen too; a drag that has ended has sent its own last place.
        if (movedOn && state.dragging.value.size > 0) edits.trail(ids);
      });
    },
    drop: (ids) => sendPlaces(heldPlaces(ids)),
    resize(id, box) {
      const item = state.items.get(id);
      if (!item) return;
      const { width, height } = box;
      // The other side follows, except where both are free.
      const size = item.type === 'shape' || item.type === 'frame' ? { width, height } : { width };
      const at = stored(box, item.parentId, state);
      // A frame's children were held in their places.
      sendPlaces([{ id, ...at, ...size }], [...state.held.keys()]);
    },
    nudge(dx, dy) {
      if (!mayWrite()) return;
      const ids = movable(state.selected.value, state.items);
      batch(() => {
        for (const id of ids) {
          const box = state.places.get(id);
          if (box) state.held.set(id, { ...box, x: box.x + dx, y: box.y + dy });
        }
      });
      edits.drop(ids);
    },
    write(id, text) {
      const shown = state.items.get(id);
      const known = client.contents.get().items.get(id) ?? shown;
      if (!shown || !known) return;
      const fields = writtenFields(known, text);
      if (!fields) return;
      const before = wordsOf(known);
      if (text === before) {
        // Back at what is stored: nothing is left to send, or to show in its stead.
        state.pending.delete(id);
        return;
      }
      const { x, y } = state.places.get(id) ?? { x: 0, y: 0 };
      if (mayWrite()) void keepText(id, fields, text, { x, y });
    },
    change(failed, changes) {
      if (changes.length > 0 && mayWrite()) void orSay(failed, each(changes, sending.content));
    },
    make(items) {
      if (mayWrite()) void orSay('It could not be added.', made(items));
    },
    connect: (start, end) => edits.make([{ type: 'connector', start, end }]),
    connectSelected() {
      const [from, to, third] = state.selected.value;
      const joinable = (id: string | undefined): id is string =>
        id !== undefined && isPlaced(state.items.get(id)) && !state.drafts.has(id);
      if (!joinable(from) || !joinable(to) || third !== undefined) return false;
      edits.connect({ item: from }, { item: to });
      return true;
    },
    draw(stroke) {
      // The pen goes on; what it drew is not selected.
      if (mayWrite())
        void orSay(
          'It could not be drawn.',
          client.create([{ type: 'unsupported', called: 'stroke', ...stroke }], { settle: true }),
        );
    },
    recolour(colour) {
      if (!mayWrite()) return;
      noteColour = colour;
      const notes = state.selected.value.filter((id) => state.items.get(id)?.type === 'sticky_note');
      const changes = notes.map((id) => ({ id, style: { fillColor: colour } }));
      void orSay('The colour could not be changed.', each(changes, sending.content));
    },
    removeSelected() {
      const chosen = state.selected.value.filter((id) => !state.drafts.has(id));
      // Lines first: those that hang on something go with it.
      const isLine = (id: string) => state.items.get(id)?.type === 'connector';
      const ids = [...chosen.filter(isLine), ...chosen.filter((id) => !isLine(id))];
      if (ids.length === 0 || !mayWrite()) return;
      state.selection.value = [];
      void orSay('That could not be deleted.', client.remove(ids));
    },
    restack(to) {
      const ids = state.selected.value.filter((id) => {
        const item = state.items.get(id);
        // Frames are always behind everything and have no layer; drafts are not on the server yet.
        return item !== undefined && item.type !== 'frame' && !state.drafts.has(id);
      });
      if (ids.length > 0 && mayWrite()) void orSay('That could not be moved.', client.restack(ids, to));
    },
    duplicate() {
      const chosen = copied(state.selected.value, state);
      const box = union(chosen.places.values());
      if (!box || !mayWrite()) return;
      void orSay('The copy could not be made.', creating.copy(chosen, box.width + besides, 0));
    },
    paste(chosen, at) {
      const box = union(chosen.places.values());
      if (!box || !mayWrite()) return;
      void orSay('The copy could not be made.', creating.copy(chosen, at.x - box.x, at.y - box.y));
    },
    undo: () => void repeat(client.undo, 'There is nothing of yours to undo.'),
    redo: () => void repeat(client.redo, 'There is nothing of yours to redo.'),
  };

  const repeat = (step: () => Promise<boolean>, none: string): Promise<void> =>
    orSay(
      'That could not be taken back.',
      step().then((done) => done || notices.tell('info', none)),
    );

  return edits;
}
