/**
 * Bringing in what a team has already: what is selected on the board, pasted lines, a CSV. Every line is shown with the
 * lane that is proposed for it and why; only what is then confirmed goes to the board, or, while notes are written
 * unseen, into this person's draft. Nothing of it is kept but the text, in this browser, until it is sent.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { blindStep } from '../../../annotations/blindSetting.ts';
import { lookAlikes } from '../../../annotations/bringIn/lookAlike.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { shortage } from '../../../board/bringIn/planRoom.ts';
import {
  blanksIn,
  type PutProgress,
  type PutResult,
  putIntoLanes,
  takeBack,
  type Wish,
} from '../../../board/bringIn/run.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import { laneNames } from '../../../workshop/bringIn/laneNames.ts';
import {
  type BroughtLine,
  fitsSticky,
  mostLines,
  saysNothing,
  tidyNote,
} from '../../../workshop/bringIn/line.ts';
import { type Proposal, type Proposer, proposer } from '../../../workshop/bringIn/propose.ts';
import type { SourceProblem, TextColumn } from '../../../workshop/bringIn/reading.ts';
import { readSource } from '../../../workshop/bringIn/source.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import { noteDraftsPart } from '../noteDrafts/part.ts';
import type { WritingStage } from '../noteDrafts/state.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { readFile } from './readFile.ts';
import { counted, resultWords, shortened, takenBackWords, whyWords } from './words.ts';

export type Origin = 'selection' | 'text';

export interface BroughtRow {
  readonly key: string;
  readonly text: string;
  /** Null until somebody chooses one. */
  readonly lane: LaneId | null;
  /** Why this lane is proposed, or that this person chose it. */
  readonly why: string;
  /** What it says much the same as; empty for a new thought. */
  readonly alike: string;
  readonly out: boolean;
  /** Why it can't become a note as it is; empty where it can. */
  readonly problem: string;
  /** The sticky that would be moved; null for words that get one of their own. */
  readonly sticky: ItemId | null;
}

export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly problem: SourceProblem }
  | { readonly kind: 'ask'; readonly columns: readonly TextColumn[] }
  | {
      readonly kind: 'rows';
      readonly rows: readonly BroughtRow[];
      /** What else there is to know: what was left out, and why. */
      readonly told: readonly string[];
      /** Columns to choose another from. */
      readonly columns: readonly TextColumn[];
      readonly column: number | null;
    };

export type Putting =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'putting'; readonly stopping: boolean } & PutProgress);

export interface BringIn {
  readonly origin: Signal<Origin>;
  readonly text: ReadonlySignal<string>;
  /** What is to be known about the file that the text comes from. */
  readonly fileWords: ReadonlySignal<string>;
  /** Selected frames, whose notes can be taken. */
  readonly frames: ReadonlySignal<readonly BoardItem[]>;
  readonly found: ReadonlySignal<Found>;
  /** Stickies of the selection go to their lane themselves, or words are copied. */
  readonly moves: Signal<boolean>;
  /** How many would go, and how many of them lack a lane. */
  readonly ready: ReadonlySignal<number>;
  readonly undecided: ReadonlySignal<number>;
  /** Lanes in which things move down to make room, by title. */
  readonly full: ReadonlySignal<readonly string[]>;
  readonly putting: ReadonlySignal<Putting>;
  /** While notes are written unseen they go to this person's draft; nobody may add any who is done. */
  readonly stage: ReadonlySignal<WritingStage>;
  write(text: string): void;
  takeFile(name: string, bytes: Uint8Array): void;
  chooseColumn(column: number): void;
  choose(key: string, lane: LaneId): void;
  leaveOut(key: string, out: boolean): void;
  /** Takes what lies in the selected frames instead of the frames. */
  takeFrames(): Promise<void>;
  /** Follows what is selected on the board until the disposer is called. */
  watch(): Disposer;
  /** True when everything that was to go went. */
  put(): Promise<boolean>;
  cancel(): void;
  dispose: Disposer;
}

interface Choice {
  readonly lane?: LaneId;
  readonly out?: boolean;
}

export function openBringIn(context: SheetContext): BringIn {
  const { documents, platform, view, keeper, drafts, tell, look, onBoard, part } = context;
  const { board, clock } = platform;
  const owned = disposers();
  const draftKey = `bring:${context.id}`;
  const origin = signal<Origin>('selection');
  const text = signal(drafts.get(draftKey) ?? '');
  const isTable = signal(false);
  const fileWords = signal('');
  const column = signal<number | null>(null);
  const moves = signal(true);
  const selected = signal<readonly BoardItem[]>([]);
  /** Titles of the frames that what is selected lies in. */
  const titles = signal<ReadonlyMap<ItemId, string>>(new Map());
  const choices = signal<ReadonlyMap<string, Choice>>(new Map());
  /** Lines of the text that went, so that they are not offered again; of the selection the board itself tells. */
  const gone = signal<ReadonlySet<string>>(new Set());
  const putting = signal<Putting>({ kind: 'idle' });
  let abort: AbortController | null = null;
  owned.add(() => abort?.abort());
  // What the person pasted before and never sent is what they come back for.
  if (text.peek() !== '') origin.value = 'text';

  const columns = computed(() =>
    view.value ? sheetColumns(view.value.template, view.value.details.lens) : [],
  );
  /** Kept while the columns stay the same ones. */
  const shape = computed(() => (view.value ? `${view.value.template.id} ${view.value.details.lens}` : ''));
  const proposing = computed(() => {
    void shape.value;
    const current = view.peek();
    const known = new Map<string, Proposal>();
    const propose: Proposer | null = current ? proposer(columns.peek(), current.template) : null;
    return ({ text: words, group }: BroughtLine): Proposal => {
      const key = `${group ?? ''}\n${words}`;
      const made = known.get(key) ??
        propose?.({ text: words, group }) ?? { lane: null, why: { kind: 'nothing' } };
      known.set(key, made);
      return made;
    };
  });
  const names = computed(() => {
    void shape.value;
    return laneNames(columns.peek());
  });
  const writing = computed(() => blindStep(documents.content.value.writing) !== null);
  const notes = computed(() => (writing.value ? part(noteDraftsPart).value : null));
  const stage = computed(
    (): WritingStage => (writing.value ? (notes.value?.stage.value ?? 'waiting') : 'open'),
  );
  const moving = computed(() => origin.value === 'selection' && moves.value && stage.value === 'open');

  interface Lines {
    readonly lines: readonly BroughtLine[];
    readonly stickies: ReadonlyMap<string, ItemId>;
    readonly told: readonly string[];
    readonly columns: readonly TextColumn[];
    readonly column: number | null;
  }

  const fromSelection = computed((): Lines => {
    const { anchors, items } = documents.content.value;
    const headers = new Set(anchors.values());
    const ofSheet = selected.value.filter(
      ({ id }) => headers.has(id) || id === documents.content.value.frame || items.get(id)?.gone === false,
    );
    const others = selected.value.filter((item) => !ofSheet.includes(item) && item.kind !== 'frame');
    const said = others.filter((item) => !saysNothing(item.text));
    const silent = others.length - said.length;
    const all = said
      .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
      .map(({ id, kind, text: words, frame }) => ({
        text: tidyNote(words),
        group: (frame !== null && titles.value.get(frame)) || null,
        at: null,
        key: id as string,
        sticky: kind === 'sticky' ? id : null,
      }));
    const told = [
      ofSheet.length > 0 &&
        `${counted(ofSheet.length, 'thing that is', 'things that are')} in this sheet already left out.`,
      silent > 0 && `${counted(silent, 'thing', 'things')} without words left out.`,
    ];
    return {
      lines: all,
      stickies: new Map(all.flatMap(({ key, sticky }) => (sticky === null ? [] : [[key, sticky]]))),
      told: told.filter((one) => one !== false),
      columns: [],
      column: null,
    };
  });

  const sourceRead = computed(() =>
    readSource(text.value, { names: names.value, isTable: isTable.value, column: column.value }),
  );

  const lines = computed((): Lines | Exclude<Found, { kind: 'rows' }> => {
    if (origin.value === 'selection')
      return selected.value.length === 0 ? { kind: 'nothing' } : fromSelection.value;
    const source = sourceRead.value;
    if (!source.ok) return { kind: 'wrong', problem: source.error };
    if (source.value.kind === 'ask') return source.value;
    const { headings, lines: all, columns: its, column: read } = source.value;
    if (all.length === 0 && headings.length === 0) return { kind: 'nothing' };
    const told =
      headings.length > 0
        ? [`Read as headings, not as notes: ${headings.map((one) => `“${shortened(one, 40)}”`).join(', ')}.`]
        : [];
    return { lines: all, columns: its, column: read, stickies: new Map(), told };
  });

  /** Notes of the sheet and of my own draft, to tell what is there already. */
  const present = computed(() => {
    const inSheet = [...(view.value?.notes.values() ?? [])]
      .filter(({ place }) => place !== 'gone')
      .map((note) => ({ text: note.text, where: note.lane ? ` in ${note.lane.title}` : ' in the sheet' }));
    const mine = (notes.value?.mine.value ?? []).map((note) => ({
      text: note.text,
      where: ' in your draft',
    }));
    return [...inSheet, ...mine];
  });

  const found = computed((): Found => {
    const given = lines.value;
    if ('kind' in given) return given;
    const waiting = given.lines.filter(({ key }) => !gone.value.has(key));
    const looked = waiting.slice(0, mostLines);
    const alikes = lookAlikes<{ readonly text: string; readonly where: string | null }>(present.value);
    const rows = looked.map((line): BroughtRow => {
      const choice = choices.value.get(line.key);
      const proposal = proposing.value(line);
      const alike = alikes.find(line.text);
      alikes.add({ text: line.text, where: null });
      const sticky = moving.value ? (given.stickies.get(line.key) ?? null) : null;
      const how = alike?.how === 'same' ? 'Says the same as' : 'Says much the same as';
      return {
        key: line.key,
        text: line.text,
        lane: choice?.lane ?? proposal.lane,
        why: choice?.lane === undefined ? whyWords(proposal.why) : 'Chosen by you.',
        alike: alike ? `${how} “${shortened(alike.of.text)}”${alike.of.where ?? ' above'}.` : '',
        out: choice?.out ?? alike !== null,
        problem:
          sticky !== null || fitsSticky(line.text)
            ? ''
            : `Too long for a sticky (${line.text.length.toLocaleString('en-GB')} characters; Miro takes 6,000, where &, < and > count as several). Split it first.`,
        sticky,
      };
    });
    const beyond = waiting.length - looked.length;
    const told = [
      ...given.told,
      ...(beyond > 0
        ? [
            `The first ${mostLines} are shown; ${counted(beyond, 'more follows', 'more follow')} once these are in.`,
          ]
        : []),
    ];
    if (rows.length === 0 && told.length === 0) return { kind: 'nothing' };
    return { kind: 'rows', rows, told, columns: given.columns, column: given.column };
  });

  const rows = computed(() => (found.value.kind === 'rows' ? found.value.rows : []));
  const going = computed(() => rows.value.filter(({ out, problem }) => !out && problem === ''));
  const wishes = computed((): readonly Wish[] =>
    going.value.flatMap(({ key, lane, text: words, sticky }) =>
      lane === null ? [] : [{ key, lane, text: words, sticky }],
    ),
  );

  /** As the mirror has it: enough to tell beforehand where it gets tight. */
  const mirrored = computed((): SheetOnBoard | null => {
    const { size, anchors, items, frame, relayout } = documents.content.value;
    if (!size || frame === null || relayout) return null;
    const box = { x: size.width / 2, y: size.height / 2, ...size };
    const there = [...items.values()].filter((item) => !item.gone);
    return { columns: columns.value, anchors, frame: { id: frame, box }, items: there };
  });

  const tellResult = (result: PutResult, restore: () => void): void => {
    const { put } = result;
    const run = (): void => void undo(result, restore);
    tell({ ...resultWords(result), ...(put.length > 0 ? { action: { word: 'Undo', run } } : {}) });
  };

  const undo = async (result: PutResult, restore: () => void): Promise<void> => {
    await onBoard('take them back', async () => {
      const back = await takeBack(result, {
        ...{ board, clock },
        isSpokenAbout: (item) => {
          const note = view.peek()?.notes.get(item);
          return note !== undefined && (note.mine !== null || note.others.length + note.threads.length > 0);
        },
      });
      const ids = new Set(back.map(({ id }) => id));
      const keys = result.put.filter(({ done }) => ids.has(done.id)).map(({ key }) => key);
      restore();
      offerAgain(keys);
      await keeper.reconcile();
      tell({ tone: 'info', message: takenBackWords(back.length, result.put.length) });
    });
  };

  const offerAgain = (keys: readonly string[]): void => {
    gone.value = new Set([...gone.peek()].filter((key) => !keys.includes(key)));
  };

  /**
   * These went: what was said about them here is over, and a text of which all is in needs no keeping. Returned is how
   * to have it as it was.
   */
  const settle = (keys: readonly string[]): (() => void) => {
    choices.value = new Map([...choices.peek()].filter(([key]) => !keys.includes(key)));
    if (origin.peek() !== 'text') return () => undefined;
    gone.value = new Set([...gone.peek(), ...keys]);
    const [sent, table, its, went] = [text.peek(), isTable.peek(), column.peek(), gone.peek()];
    if (found.peek().kind === 'rows' && rows.peek().some(({ out }) => !out)) return () => undefined;
    model.write('');
    return () => {
      // Something else is being brought in by now.
      if (text.peek() !== '') return;
      model.write(sent);
      isTable.value = table;
      column.value = its;
      gone.value = went;
      origin.value = 'text';
    };
  };

  const putOnBoard = async (some: readonly Wish[]): Promise<boolean> => {
    const control = new AbortController();
    abort = control;
    putting.value = { kind: 'putting', done: 0, total: some.length, slowed: false, stopping: false };
    try {
      const result = await putIntoLanes(some, {
        ...{ board, clock, look },
        hasRoom: platform.hasRoom,
        makeRoom: true,
        signal: control.signal,
        onProgress(progress) {
          putting.value = { kind: 'putting', ...progress, stopping: control.signal.aborted };
        },
      });
      await keeper.reconcile().catch(() => undefined);
      tellResult(result, settle(result.put.map(({ key }) => key)));
      return result.kind === 'done' && result.skipped.length === 0;
    } finally {
      abort = null;
      putting.value = { kind: 'idle' };
    }
  };

  const putInDraft = (some: readonly Wish[]): boolean => {
    const draft = notes.peek();
    if (!draft) return false;
    const before = new Set(draft.mine.peek().map(({ id }) => id));
    const written = some.filter(({ lane, text: words }) => draft.write(lane, words)).map(({ key }) => key);
    const made = draft.mine.peek().filter(({ id }) => !before.has(id));
    const restore = settle(written);
    const run = (): void => {
      for (const { id } of made) draft.remove(id);
      restore();
      offerAgain(written);
      tell({ tone: 'info', message: 'They are out of your draft again.' });
    };
    tell({
      tone: 'info',
      message: `${counted(written.length, 'note is', 'notes are')} in your draft, for nobody else’s eyes yet.`,
      action: { word: 'Undo', run },
    });
    return written.length === some.length;
  };

  /** The frames that things lie in are asked for once. */
  const nameFrames = async (items: readonly BoardItem[]): Promise<void> => {
    const unknown = new Set(
      items.flatMap(({ frame }) => (frame !== null && !titles.peek().has(frame) ? [frame] : [])),
    );
    if (unknown.size === 0) return;
    // Without their names lanes are proposed by the notes' own words.
    const read = await board.readSome([...unknown]).catch(() => []);
    titles.value = new Map([...titles.peek(), ...read.map(({ id, text: title }) => [id, title] as const)]);
  };
  const take = (items: readonly BoardItem[]): void => {
    selected.value = items;
    void nameFrames(items);
  };

  const model: BringIn = {
    origin,
    text,
    fileWords,
    frames: computed(() =>
      selected.value.filter(({ kind, id }) => kind === 'frame' && id !== documents.content.value.frame),
    ),
    found,
    moves,
    ready: computed(() => wishes.value.length),
    undecided: computed(() => going.value.length - wishes.value.length),
    full: computed(() => {
      const sheet = mirrored.value;
      if (!sheet || stage.value !== 'open') return [];
      const lanes = columns.value.flatMap((one) => one.lanes);
      return lanes.flatMap((lane) => {
        const own = wishes.value.filter((wish) => wish.lane === lane.id);
        if (own.length === 0) return [];
        const written = own.filter(({ sticky }) => sticky === null).length;
        const blank = Math.min(written, blanksIn(sheet, lane.id).length);
        return (shortage(sheet, lane.id, own.length - blank) ?? 0) > 0 ? [lane.title] : [];
      });
    }),
    putting,
    stage,
    write(next) {
      text.value = next;
      fileWords.value = '';
      isTable.value = false;
      column.value = null;
      if (next === '') gone.value = new Set();
      drafts.set(draftKey, next);
    },
    takeFile(name, bytes) {
      const file = readFile(name, bytes);
      if (file.kind === 'refused') {
        fileWords.value = file.words;
        return;
      }
      text.value = file.text;
      drafts.set(draftKey, file.text);
      column.value = null;
      gone.value = new Set();
      isTable.value = /\.(csv|tsv)$/i.test(name);
      fileWords.value = [`From “${shortened(name, 60)}”.`, file.note].filter((one) => one !== '').join(' ');
    },
    chooseColumn(next) {
      column.value = next;
    },
    choose(key, lane) {
      choices.value = new Map(choices.peek()).set(key, { ...choices.peek().get(key), lane, out: false });
    },
    leaveOut(key, out) {
      choices.value = new Map(choices.peek()).set(key, { ...choices.peek().get(key), out });
    },
    async takeFrames() {
      await onBoard('read what lies in the frame', async () => {
        const frames = new Set(
          selected
            .peek()
            .filter(({ kind }) => kind === 'frame')
            .map(({ id }) => id),
        );
        const all = await keeper.reconcile();
        const inside = all.filter(
          ({ frame, kind }) => frame !== null && frames.has(frame) && kind !== 'frame',
        );
        take([...selected.peek().filter(({ kind }) => kind !== 'frame'), ...inside]);
      });
    },
    watch() {
      let latest = false;
      const stop = board.onSelection((items) => {
        latest = true;
        take(items);
      });
      // Refused, it is seen with the next thing that is selected.
      void board.selected().then(
        (items) => latest || take(items),
        () => undefined,
      );
      return stop;
    },
    async put() {
      if (putting.peek().kind !== 'idle') return false;
      const some = wishes.peek();
      if (some.length === 0) return false;
      if (stage.peek() === 'waiting') return false;
      const all = stage.peek() === 'drafting' ? putInDraft(some) : await putOnBoard(some);
      return all && going.peek().length === 0;
    },
    cancel() {
      abort?.abort();
      const state = putting.peek();
      if (state.kind === 'putting') putting.value = { ...state, stopping: true };
    },
    dispose: owned.dispose,
  };
  return model;
}
