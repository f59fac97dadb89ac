/**
 * Make it ours in one sheet: which notes would fit any company, what this person has set aside, and the team's own
 * names. Everything is found in this browser; nothing of it is sent anywhere or says anything about a person.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { askAgain, dismiss, readDismissals } from '../../../annotations/ours/dismissals.ts';
import {
  addNames,
  keyOfName,
  namesIn,
  readNames,
  removeName,
  type TeamName,
  type TeamNames,
} from '../../../annotations/ours/teamNames.ts';
import { readSeeds } from '../../../annotations/shelf/seeds.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { checker } from '../../../workshop/ours/check.ts';
import type { Finding } from '../../../workshop/ours/finding.ts';
import { namesLike, type SuggestedName, suggestNames } from '../../../workshop/ours/suggestNames.ts';
import { isExample } from '../../../workshop/shelf/examples.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { NextInStep } from '../steps/nextInStep.ts';
import { type Asked, askedAbout, markOf, type RowMark } from './asked.ts';
import { openChecking } from './checking.ts';

export interface Ours {
  readonly names: ReadonlySignal<TeamNames>;
  /** Words that look like names and stand in several notes. */
  readonly suggested: ReadonlySignal<readonly SuggestedName[]>;
  readonly asked: ReadonlySignal<ReadonlyMap<ItemId, Asked>>;
  /** Whether some notes have not been checked yet. */
  readonly busy: ReadonlySignal<boolean>;
  /** What stands below the rows: one's own notes that draw a question, and whatever is still an example. */
  readonly marks: ReadonlySignal<ReadonlyMap<ItemId, RowMark>>;
  /** The same for everybody's notes. */
  readonly allMarks: ReadonlySignal<ReadonlyMap<ItemId, RowMark>>;
  /** Notes that draw a question, but for those that this person has set aside. */
  readonly vague: ReadonlySignal<ReadonlySet<ItemId>>;
  /** What this person could do here now. */
  readonly next: ReadonlySignal<NextInStep | null>;
  /** For words that are being written. */
  checkNow(text: string): Finding;
  /** Names that stand in a text and may be the team's. */
  namesIn(text: string): readonly string[];
  /** Runs after so many milliseconds. */
  after(delay: number, task: () => void): Disposer;
  setAside(note: ItemId): void;
  askAgain(note: ItemId): void;
  /** One a line; says how many are new. */
  addNames(text: string): number;
  removeName(name: TeamName): void;
  copyNames(): Promise<void>;
  dispose: Disposer;
}

const noMarks: ReadonlyMap<ItemId, RowMark> = new Map();

export function openOurs(context: SheetContext): Ours {
  const { documents, view, platform, me, now, tell } = context;
  const owned = disposers();
  /** Of the sheet's document, read again when it has changed. */
  const read = <T>(from: (doc: typeof documents.sheet) => T): ReadonlySignal<T> => {
    let before: { readonly json: string; readonly value: T } | null = null;
    return computed(() => {
      void documents.content.value;
      const value = from(documents.sheet);
      const json = JSON.stringify(value, (_, one) => (one instanceof Map ? [...one] : one));
      // The same words are the same value: the notes are not checked again because one of them was moved.
      if (before?.json === json) return before.value;
      before = { json, value };
      return value;
    });
  };
  const names = read(readNames);
  const seeds = read(readSeeds);
  const glossary = computed(() => names.value.values.map(({ name }) => name));
  const check = computed(() => checker({ glossary: glossary.value }));
  const dismissals = computed(
    () =>
      new Map(
        documents.sources.value.map(({ desk, doc }) => [desk.owner as string, readDismissals(doc).values]),
      ),
  );
  const notes = computed(() =>
    [...(view.value?.notes.values() ?? [])].filter(({ place }) => place !== 'gone'),
  );
  const texts = computed(() => {
    const items = view.value?.content.items;
    const own = (id: ItemId) => (items?.get(id)?.modifiedBy === me.id ? 0 : 1);
    return [...notes.value].sort((a, b) => own(a.id) - own(b.id)).map(({ text }) => text);
  });
  const checking = openChecking({ clock: platform.clock, check, texts });
  owned.add(checking.dispose);

  const asked = computed(() => {
    const sheet = view.value;
    if (!sheet) return new Map<ItemId, Asked>();
    const found = askedAbout({
      view: sheet,
      findings: checking.findings.value,
      seeds: seeds.value.values,
      isExample,
      dismissals: dismissals.value,
    });
    return new Map(found.map((one) => [one.note.id, one]));
  });
  const marksOf = (those: (one: Asked) => boolean) =>
    computed(() => {
      const marks = [...asked.value.values()].filter(those).flatMap((one) => {
        const mark = markOf(one);
        return mark ? [[one.note.id, mark] as const] : [];
      });
      return marks.length > 0 ? new Map(marks) : noMarks;
    });
  const open = computed(() => [...asked.value.values()].filter(({ setAside }) => !setAside));

  const add = (added: readonly string[]): number => {
    const known = new Set(readNames(documents.sheet).values.map(({ key }) => key));
    const fresh = added.filter((name) => !known.has(keyOfName(name)));
    addNames(documents.sheet, fresh, { by: me.id, at: now() });
    return fresh.length;
  };

  return {
    names,
    suggested: computed(() =>
      suggestNames(
        notes.value.map(({ text }) => text),
        glossary.value,
      ),
    ),
    asked,
    busy: checking.busy,
    marks: marksOf(({ own, generic }) => own || generic),
    allMarks: marksOf(() => true),
    vague: computed(() => new Set(open.value.map(({ note }) => note.id))),
    next: computed(() => {
      const mine = open.value.filter(({ own }) => own).length;
      if (mine === 0 || !view.value?.canWrite) return null;
      const words =
        mine === 1
          ? 'One of your notes would fit any team. Make it ours.'
          : `${mine} of your notes would fit any team. Make them ours.`;
      return { words, action: 'Look' };
    }),
    checkNow: (text) => check.peek()(text),
    namesIn: (text) => namesLike(text, glossary.value),
    after: (delay, task) => platform.clock.after(delay, task),
    setAside(id) {
      const note = view.peek()?.notes.get(id);
      if (!note || !dismiss(documents.myDesk(), id, { text: note.text, at: now() })) return;
      tell({
        tone: 'info',
        message: 'Set aside. It asks again when the note says something else.',
        action: { word: 'Undo', run: () => void askAgain(documents.myDesk(), id) },
      });
    },
    askAgain: (id) => void askAgain(documents.myDesk(), id),
    addNames: (text) => add(namesIn(text)),
    removeName(name) {
      if (!removeName(documents.sheet, name.key)) return;
      tell({
        tone: 'info',
        message: `“${name.name}” is no longer on the list.`,
        action: { word: 'Undo', run: () => void add([name.name]) },
      });
    },
    async copyNames() {
      await context.copy(glossary.peek().join('\n'), 'The names are copied, one a line.');
    },
    dispose: owned.dispose,
  };
}
