/**
 * One person's part in giving views unseen by each other: where their words go, whose words they see, and what becomes
 * of words that a step left behind. Loaded where a sheet was ever switched to it; until then nothing is shown there and
 * nothing can be said, so no word goes where it should not.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { Desk } from '../../../annotations/desk.ts';
import {
  clearInDraft,
  dropEntries,
  editInDraft,
  emptyDraft,
  keepEntries,
  wordsAside,
} from '../../../annotations/draftDesk.ts';
import {
  aboutOf,
  countLooked,
  dropHeld,
  type Entry,
  entriesIn,
  heldEntries,
  holdWords,
  openStep,
  readHeld,
  release,
  sayDone,
  takeBackDone,
  type Word,
  wordFrom,
} from '../../../annotations/heldWords.ts';
import { draftName } from '../../../annotations/privateNames.ts';
import { showStep } from '../../../annotations/switchBlind.ts';
import { type WordsAlong, wordsAlong } from '../../../annotations/takeUnseen.ts';
import { remarksIn } from '../../../annotations/threads.ts';
import { compareTimes } from '../../../annotations/times.ts';
import {
  keptBack,
  type Progress,
  stepState,
  visibleDesks,
  type WholeDesk,
} from '../../../annotations/unseen.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { Hiding } from '../talk/hiding.ts';

export type UnseenState =
  | { readonly stage: 'open' }
  /** `drafting`: my words stay in this browser. `waiting`: I am done, others are not. */
  | {
      readonly stage: 'drafting' | 'waiting';
      readonly people: readonly Progress[];
      readonly hasManager: boolean;
    };

/** Words of mine that nobody else sees, and that nothing will show unless I say so. */
export interface LeftBehind {
  readonly words: readonly Word[];
  /** Some of them are on my desk, where somebody with tools of their own could have read them. */
  readonly onDesk: boolean;
}

/** Words that come along from another board and are not for others' eyes yet. */
export interface TakingUnseen {
  /** What would come along. */
  preview(archived: Desk, ids: ReadonlyMap<ItemId, ItemId>): WordsAlong;
  /** Returns what takes them back, wherever they lie by then; null when this version may not write there. */
  take(words: WordsAlong): (() => void) | null;
}

export interface Unseen {
  /** As I see them; null until my draft has been read. */
  readonly desks: ReadonlySignal<readonly Desk[] | null>;
  /** As everybody sees them. */
  readonly shared: ReadonlySignal<readonly Desk[]>;
  readonly state: ReadonlySignal<UnseenState>;
  readonly left: ReadonlySignal<LeftBehind | null>;
  /** Whether this browser holds words of mine that are nowhere else. */
  readonly drafted: ReadonlySignal<boolean>;
  /** Null: words are for everybody at once. */
  hiding(): Hiding | null;
  /** Null: what comes along is for everybody at once. */
  taking(): TakingUnseen | null;
  /** My words go to my desk. */
  done(): void;
  /** They come back into this browser. */
  notDone(): void;
  /** What was left behind is for everybody now, or, where I wait for others, once they are done. */
  showLeft(): void;
  throwLeftAway(): void;
  /** Everything of mine that nobody sees, in this browser; the desk is somebody else's to delete. */
  throwDraftAway(): Promise<void>;
  dispose: Disposer;
}

/** Milliseconds until others are told on how many notes I have said something: the moment tells nobody which one. */
const telling = 5_000;

export function openUnseen({
  sync,
  id: sheet,
  me: { id: me },
  documents,
  platform,
  view,
}: SheetContext): Unseen {
  const { clock } = platform;
  /** On how many notes I have said something, as I see them. */
  const looked = (): number =>
    [...(view.peek()?.notes.values() ?? [])].filter(
      ({ place, mine, threads }) =>
        place !== 'gone' && (mine?.current || threads.flatMap(remarksIn).some(({ author }) => author === me)),
    ).length;
  const owned = disposers();
  const name = draftName(sheet, me);
  let draft: Y.Doc;
  const entries = signal<readonly Entry[] | null>(null);
  let disposed = false;
  owned.add(() => {
    disposed = true;
  });

  const openDraft = (): void => {
    const { doc, loaded } = sync.openPrivate(name);
    draft = doc;
    const read = (): void => {
      if (draft === doc) entries.value = entriesIn(doc);
    };
    const onUpdate = (): void => {
      if (entries.peek()) read();
    };
    // Another page discarded it; what that page had not heard of yet is kept.
    const onDestroy = (): void =>
      queueMicrotask(() => {
        if (disposed || draft !== doc || sync.forgotten.get()) return;
        const rest = leftIn(entriesIn(doc), documents.myDesk());
        openDraft();
        if (rest.length > 0) keepEntries(draft, rest);
      });
    doc.on('update', onUpdate);
    doc.on('destroy', onDestroy);
    owned.add(() => {
      doc.off('update', onUpdate);
      doc.off('destroy', onDestroy);
    });
    void loaded.then(read);
  };
  openDraft();

  const wholes = computed((): readonly WholeDesk[] =>
    documents.sources.value.map(({ desk, doc }) => ({ desk, ...heldOf(desk, doc) })),
  );
  const setting = computed(() => documents.content.value.blind);
  const step = computed(() => blindStep(setting.value));
  const mine = computed(() => wholes.value.find(({ desk }) => desk.owner === me));

  const stage = computed((): UnseenState['stage'] =>
    step.value === null ? 'open' : mine.value?.done.has(step.value) ? 'waiting' : 'drafting',
  );
  const progress = computed(() =>
    step.value === null
      ? null
      : stepState(step.value, wholes.value, documents.content.value.engineer, documents.left.value),
  );
  const state = computed((): UnseenState => {
    const [now, there] = [stage.value, progress.value];
    if (now === 'open' || !there) return { stage: 'open' };
    return { stage: now, people: there.people, hasManager: there.hasManager };
  });
  const shared = computed(() => visibleDesks({ setting: setting.value, desks: wholes.value, viewer: null }));
  const desks = computed(() => {
    const drafted = entries.value;
    if (!drafted) return null;
    if (stage.value === 'open') return shared.value;
    const own = stage.value === 'drafting' ? wordsOf(drafted) : [];
    return visibleDesks({ setting: setting.value, desks: wholes.value, viewer: me, draft: own });
  });

  /** In the draft, and nowhere on the desk in this form or a newer one. */
  const leftHere = computed(() =>
    stage.value === 'drafting' || !entries.value || !mine.value
      ? []
      : leftIn(entries.value, documents.myDesk()),
  );
  const stepsLeft = computed(() =>
    stage.value === 'open' && mine.value ? keptBack(setting.value, mine.value) : [],
  );
  const left = computed((): LeftBehind | null => {
    const onDesk = stepsLeft.value.length > 0 ? heldEntries(documents.myDesk(), stepsLeft.value) : [];
    const words = wordsOf([...onDesk, ...leftHere.value]);
    return words.length > 0 ? { words, onDesk: onDesk.length > 0 } : null;
  });
  const drafted = computed(
    () => (stage.value === 'drafting' ? (entries.value?.length ?? 0) : leftHere.value.length) > 0,
  );

  /** The draft goes once my desk has all of it, and this browser's disk or the board has my desk. */
  let tidying = false;
  const isOver = (): boolean => {
    const [now, desk, words] = [step.peek(), documents.myDesk(), entriesIn(draft)];
    if (disposed || words.length === 0) return false;
    // From the documents themselves: what is read of them comes a moment later, and being done may be taken back.
    return (now === null || readHeld(desk).done.has(now)) && leftIn(words, desk).length === 0;
  };
  const tidy = async (): Promise<void> => {
    if (tidying || !isOver()) return;
    tidying = true;
    try {
      await sync.flush();
      const { browser, board } = sync.saved.get();
      if ((browser !== 'saved' && board !== 'saved') || !isOver()) return;
      dropEntries(draft, entriesIn(draft));
      await sync.discardPrivate(name);
    } finally {
      tidying = false;
    }
  };

  let planned: Disposer | null = null;
  owned.add(() => planned?.());
  const tellLooked = (): void => {
    planned ??= clock.after(telling, () => {
      planned = null;
      const now = step.peek();
      if (now === null || stage.peek() !== 'drafting') return;
      const count = looked();
      if (count !== (mine.peek()?.looked.get(now) ?? 0)) countLooked(documents.myDesk(), now, count);
    });
  };

  const inDraft: Hiding['write'] = (speak) => speak(draft);
  /** After *done*: it is said beside the desk, and goes there with the rest. */
  const onDesk: Hiding['write'] = (speak) => {
    const now = step.peek();
    const said = wordsAside(speak);
    return now !== null && said !== null && holdWords(documents.myDesk(), now, said);
  };

  owned.add(
    effect(() => {
      if (documents.ready.value && step.value !== null && progress.value?.over)
        showStep(documents.sheet, step.value);
    }),
  );
  owned.add(
    effect(() => {
      if (documents.ready.value && stage.value !== 'drafting' && entries.value && leftHere.value.length === 0)
        void tidy();
    }),
  );
  owned.add(
    effect(() => {
      if (documents.ready.value && stage.value === 'drafting' && entries.value) tellLooked();
    }),
  );
  owned.add(sync.saved.subscribe(() => void tidy()));

  return {
    desks,
    shared,
    state,
    left,
    drafted,
    hiding() {
      const now = stage.peek();
      if (now === 'open') return null;
      const write = now === 'drafting' ? inDraft : onDesk;
      return {
        write,
        clearStance: (note, at) =>
          write((doc) => clearInDraft(doc, { note, at, known: now === 'waiting' || isKnown(note) })),
        editRemark: (remark, edited) => write((doc) => editInDraft(doc, remark, edited)),
      };
    },
    taking() {
      const now = stage.peek() === 'open' ? null : step.peek();
      if (now === null) return null;
      return {
        preview: (archived, ids) => wordsAlong({ archived, ids, desk: documents.myDesk(), draft }),
        take(words) {
          const replaced = placesOf(words.entries);
          const done = putThere(stage.peek(), now, words.entries);
          return done ? () => takeBack(words.entries, now, replaced) : null;
        },
      };
    },
    done() {
      const now = step.peek();
      if (now === null || stage.peek() !== 'drafting' || !entries.peek()) return;
      const at = new Date(clock.now()).toISOString();
      const { shown } = setting.peek();
      sayDone(documents.myDesk(), { step: now, at, entries: entriesIn(draft), shown });
    },
    notDone() {
      const now = step.peek();
      if (now === null || stage.peek() !== 'waiting') return;
      const desk = documents.myDesk();
      if (keepEntries(draft, heldEntries(desk, [now]))) takeBackDone(desk, [now]);
    },
    showLeft() {
      const desk = documents.myDesk();
      const rest = leftHere.peek();
      const steps = stepsLeft.peek();
      if (rest.length > 0) holdWords(desk, step.peek() ?? openStep, rest);
      if (steps.length > 0) release(desk, steps);
    },
    throwLeftAway() {
      const steps = stepsLeft.peek();
      const rest = leftHere.peek();
      if (steps.length > 0) takeBackDone(documents.myDesk(), steps);
      dropEntries(draft, rest);
      if (entriesIn(draft).length === 0) void sync.discardPrivate(name);
    },
    async throwDraftAway() {
      emptyDraft(draft);
      await sync.discardPrivate(name);
    },
    dispose: owned.dispose,
  };

  function putThere(where: UnseenState['stage'], now: string, entries: readonly Entry[]): boolean {
    return where === 'drafting' ? keepEntries(draft, entries) : holdWords(documents.myDesk(), now, entries);
  }

  /** What lies where these would go: theirs is the newer word, so this one would be gone. */
  function placesOf(entries: readonly Entry[]): readonly Entry[] {
    const now = step.peek();
    const here =
      stage.peek() === 'drafting' ? entriesIn(draft) : heldEntries(documents.myDesk(), now ? [now] : []);
    const keys = new Set(entries.map(aboutOf));
    return here.filter((entry) => keys.has(aboutOf(entry)));
  }

  /** They may have gone on from the draft to the desk, or come back, since they were taken along. */
  function takeBack(entries: readonly Entry[], from: string, replaced: readonly Entry[]): void {
    dropEntries(draft, entries);
    dropHeld(documents.myDesk(), entries);
    if (replaced.length > 0) putThere(stage.peek(), from, replaced);
  }

  /** Whether a stance on this note lies on my desk, shown or not. */
  function isKnown(note: ItemId): boolean {
    const whole = mine.peek();
    return (
      whole?.desk.stances.has(note) === true ||
      whole?.held.some(({ word }) => word.kind === 'stance' && word.word.note === note) === true
    );
  }
}

const wordsOf = (entries: readonly Entry[]): readonly Word[] =>
  entries.flatMap((entry) => wordFrom(entry) ?? []);

/** Of these words, the ones that the desk has neither in this form nor in a newer one. */
function leftIn(entries: readonly Entry[], desk: Y.Doc): readonly Entry[] {
  if (entries.length === 0) return entries;
  const steps = [...new Set(readHeld(desk).held.map(({ step }) => step))];
  const there = new Map<string, string>();
  for (const entry of [...entriesIn(desk), ...heldEntries(desk, steps)]) {
    const known = there.get(aboutOf(entry));
    if (known === undefined || compareTimes(entry.at, known) > 0) there.set(aboutOf(entry), entry.at);
  }
  return entries.filter((entry) => {
    const known = there.get(aboutOf(entry));
    return known === undefined || compareTimes(entry.at, known) > 0;
  });
}

/** A desk is parsed anew at each change, so what lies on it for later is read once for each parsing. */
const known = new WeakMap<Desk, ReturnType<typeof readHeld>>();
function heldOf(desk: Desk, doc: Y.Doc): ReturnType<typeof readHeld> {
  const held = known.get(desk) ?? readHeld(doc);
  known.set(desk, held);
  return held;
}
