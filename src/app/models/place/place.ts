/** Where the role stands, for one person: the ladder, everybody's marks on it, what notes cite, and changing all of it. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { introduce } from '../../../annotations/deskDocument.ts';
import type { Participant } from '../../../annotations/participants.ts';
import { type CitedOn, citedOn } from '../../../annotations/place/cited.ts';
import {
  changeLadder,
  type LadderChange,
  type LadderOfSheet,
  readLadder,
  replaceLadder,
  type Undoing,
  undoLadder,
} from '../../../annotations/place/ladderDocument.ts';
import {
  citeLine,
  dropCitation,
  type MarkKind,
  markLevel,
  type PlaceDesk,
  readPlaceDesk,
} from '../../../annotations/place/placeDesk.ts';
import { type Standing, standingOf } from '../../../annotations/place/standing.ts';
import { disposers } from '../../../base/disposer.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { type Ladder, type LadderLine, levelOf, wordsOf } from '../../../workshop/ladder/ladder.ts';
import { printLadder } from '../../../workshop/ladder/printLadder.ts';
import { promptsIn } from '../../../workshop/ladder/stretchPrompts.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { DeskSource } from '../sheet/sheetDocuments.ts';
import type { NextInStep } from '../steps/nextInStep.ts';
import { nextThere } from './nextThere.ts';

export interface Place {
  readonly ladder: ReadonlySignal<LadderOfSheet>;
  readonly standing: ReadonlySignal<Standing>;
  /** Entries of ladder and desks that this version can't read. */
  readonly unknown: ReadonlySignal<number>;
  /** What this person should do there now; null if nothing. */
  readonly next: ReadonlySignal<NextInStep | null>;
  /** What of their own changes to the ladder can be taken back next, in words; null if nothing. */
  readonly undoable: ReadonlySignal<string | null>;
  /** Null takes the mark back. False where this version may not write. */
  mark(kind: MarkKind, level: string | null): boolean;
  cited(note: ItemId): CitedOn;
  /** The line as it is now. False where there is no such line, or this version may not write. */
  cite(note: ItemId, line: LadderLine): boolean;
  dropCitation(note: ItemId): boolean;
  /** `what`: what was done, in words. Changes of the same `field` right after one another are undone together. */
  change(what: string, changes: readonly LadderChange[], field?: string): boolean;
  /** Null: the built-in one. */
  replace(what: string, ladder: Ladder | null): boolean;
  undo(): void;
  newId(): string;
  /** To the clipboard, as CSV. */
  copyLadder(): Promise<void>;
  dispose(): void;
}

interface Done {
  readonly what: string;
  readonly undoing: Undoing;
  readonly field: string | null;
}

/** Far more than anybody remembers. */
const mostUndone = 50;

export function openPlace(context: SheetContext): Place {
  const { documents, view, me, platform } = context;
  const owned = disposers();

  const ladder = computed((): LadderOfSheet => {
    // Read again whenever the sheet's document has changed.
    void documents.content.value;
    const read = readLadder(documents.sheet);
    return { ...read, ladder: cleaned(read.ladder) };
  });
  const desks = computed((): readonly PlaceDesk[] => documents.sources.value.map(placeOf));
  const people = computed((): readonly Participant[] => view.value?.participants ?? []);
  const engineer = computed(() => view.value?.engineer ?? null);
  const standing = computed(() => standingOf(ladder.value.ladder, people.value, desks.value, engineer.value));
  const mode = computed(() => standing.value.mode);
  const template = computed(() => view.value?.template ?? null);
  const done = signal<readonly Done[]>([]);

  owned.add(
    effect(() => {
      if (template.value) context.reword('place', promptsIn(template.value, mode.value));
    }),
  );

  const say = (speak: (desk: Y.Doc) => boolean): boolean =>
    introduce(documents.myDesk(), me.name) && speak(documents.myDesk());

  const remember = (what: string, undoing: Undoing | null, field: string | null = null): boolean => {
    if (!undoing) return false;
    if (undoing.size === 0) return true;
    const last = done.peek().at(-1);
    const together = field !== null && last?.field === field;
    const kept = together ? done.peek().slice(0, -1) : done.peek().slice(-mostUndone);
    done.value = [...kept, { what, field, undoing: together ? joined(last.undoing, undoing) : undoing }];
    return true;
  };

  return {
    ladder,
    standing,
    unknown: computed(
      () => ladder.value.unknown + desks.value.reduce((count, { unknown }) => count + unknown, 0),
    ),
    next: computed(() => (view.value ? nextThere(view.value, standing.value) : null)),
    undoable: computed(() => done.value.at(-1)?.what ?? null),
    mark(kind, id) {
      const level = id === null ? null : levelOf(ladder.value.ladder, id);
      if (level === undefined) return false;
      const mark = level && { level: level.id, title: level.title, at: context.now() };
      return say((desk) => markLevel(desk, kind, mark));
    },
    cited: (note) => citedOn(note, people.value, desks.value, engineer.value),
    cite(note, line) {
      const words = wordsOf(ladder.value.ladder, line);
      return words !== null && say((desk) => citeLine(desk, { note, line, words, at: context.now() }));
    },
    dropCitation: (note) => say((desk) => dropCitation(desk, note)),
    change: (what, changes, field) => remember(what, changeLadder(documents.sheet, changes), field),
    replace: (what, given) =>
      remember(
        what,
        replaceLadder(documents.sheet, {
          ...{ id: platform.newId(), ladder: given },
          ...{ by: me.id, at: context.now() },
        }),
      ),
    undo() {
      const last = done.peek().at(-1);
      if (last && undoLadder(documents.sheet, last.undoing)) done.value = done.peek().slice(0, -1);
    },
    newId: platform.newId,
    copyLadder: () =>
      context.copy(
        printLadder(ladder.value.ladder),
        'The ladder is copied as CSV. Change it in a spreadsheet if you like, and paste it here again.',
      ),
    dispose: owned.dispose,
  };
}

/** What was there before the first of the two is what undoing both brings back. */
function joined(first: Undoing, second: Undoing): Undoing {
  const all = new Map(first);
  for (const [key, { before, after }] of second)
    all.set(key, { before: first.has(key) ? first.get(key)?.before : before, after });
  return all;
}

/** Titles stand inside sentences of ours, which they could turn around. */
const cleaned = (ladder: Ladder): Ladder => ({
  ...ladder,
  levels: ladder.levels.map((level) => ({
    ...level,
    title: cleanLine(level.title) || 'A level without a name',
    scope: cleanLine(level.scope),
  })),
  dimensions: ladder.dimensions.map((dimension) => ({
    ...dimension,
    title: cleanLine(dimension.title) || 'Without a name',
  })),
  cells: ladder.cells.map((cell) => ({ ...cell, text: cleanLine(cell.text) })),
});

/** A desk is parsed anew at each change, so what lies on it for this is read once for each parsing. */
const known = new WeakMap<DeskSource['desk'], PlaceDesk>();
function placeOf({ desk, doc }: DeskSource): PlaceDesk {
  const read = known.get(desk) ?? readPlaceDesk(doc, desk.owner);
  known.set(desk, read);
  return read;
}
