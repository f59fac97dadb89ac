/**
 * Bringing a Word document back that somebody edited: read, held against the sheet, shown line by line (rows.ts), and
 * brought in once this person says so (bringing.ts). One click undoes all of it. Nothing of the document is kept.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { RoundRecord } from '../../../annotations/round.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { inSlices } from '../../../base/slices.ts';
import type { PutProgress } from '../../../board/bringIn/run.ts';
import { comparing } from '../../../export/wordBack/compare.ts';
import type { Findings, Left } from '../../../export/wordBack/proposals.ts';
import type { WordFile } from '../../../export/wordBack/read.ts';
import { resultWords } from '../bringIn/words.ts';
import { roundsPart } from '../rounds/roundsPart.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { type Brought, openBringing } from './bringing.ts';
import { hereIn } from './hereIn.ts';
import { type BackLine, type BackRow, linesOf, rowOf } from './rows.ts';
import * as words from './words.ts';

export interface Found {
  readonly kind: 'found';
  readonly name: string;
  readonly rows: readonly BackRow[];
  readonly left: readonly Left[];
  /** What else there is to know about the document as a whole. */
  readonly told: readonly string[];
  /** When it was saved from here; null where it doesn't say. */
  readonly exportedAt: string | null;
}

export type WordBackState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly words: string }
  | Found
  | ({ readonly kind: 'bringing'; readonly stopping: boolean } & PutProgress);

export interface WordBack {
  readonly state: ReadonlySignal<WordBackState>;
  /** How many lines would be brought in. */
  readonly ready: ReadonlySignal<number>;
  /** Whether what is said now is for nobody else's eyes yet. */
  readonly unseen: ReadonlySignal<boolean>;
  take(name: string, bytes: Uint8Array): Promise<void>;
  tick(id: string, ticked: boolean): void;
  /** True when everything that was ticked is in. */
  bring(): Promise<boolean>;
  /** Stops reading, or what goes to the board. */
  stop(): void;
  /** Another document, or none. */
  close(): void;
  dispose: Disposer;
}

/** Milliseconds to wait for what closed rounds say: they remember earlier words. */
const patience = 3_000;

interface Document {
  readonly name: string;
  readonly file: WordFile;
  readonly findings: Findings;
}

type Stage = Exclude<WordBackState, Found> | ({ readonly kind: 'found' } & Document);

export function openWordBack(context: SheetContext): WordBack {
  const { platform, view, documents, keeper, tell } = context;
  const bringing = openBringing(context);
  const owned = disposers();
  const stage = signal<Stage>({ kind: 'nothing' });
  const choices = signal<ReadonlyMap<string, boolean>>(new Map());
  let rounds: readonly RoundRecord[] = [];
  let cancel = (): void => undefined;
  /** So that what was stopped says nothing any more. */
  let turn = 0;
  owned.add(() => cancel());

  const writingUnseen = computed(() => blindStep(documents.content.value.writing) !== null);
  const held = async (file: WordFile): Promise<Findings | null> => {
    const current = view.peek();
    return current && inSlices(comparing(file, hereIn(context.id, current, rounds)), platform.clock);
  };

  const readRounds = async (): Promise<readonly RoundRecord[]> => {
    const [loaded, { recordsOf }] = await Promise.all([
      context.loaded(roundsPart),
      import('../exporting/roundRecords.ts'),
    ]);
    return [...(await recordsOf(loaded, context, patience)).values()];
  };

  /** Why it can't be this sheet's; null where it can. */
  const strange = ({ name, file, findings }: Document): string | null => {
    if (file.newer) return words.newerDocument;
    if (file.sheet === null) return findings.known > 0 ? null : words.notOurs(name);
    if (file.sheet !== context.id) {
      const other = context.sheets().find(({ id }) => id === file.sheet);
      return words.ofOther(name, other ? (other.view.peek()?.label ?? 'one of this board') : null);
    }
    const empty = (file.exported?.notes.length ?? 1) === 0;
    return findings.known > 0 || findings.proposals.length > 0 || empty ? null : words.noNotesKnown(name);
  };

  /** Apart from what is ticked, since that changes at every click. */
  const lines = computed((): readonly BackLine[] => {
    const [at, current] = [stage.value, view.value];
    if (at.kind !== 'found' || !current) return [];
    return linesOf(at.findings.proposals, { view: current, writingUnseen: writingUnseen.value });
  });
  const rows = computed(() => lines.value.map((line) => rowOf(line, choices.value)));

  const state = computed((): WordBackState => {
    const at = stage.value;
    if (at.kind !== 'found') return at;
    const { name, file, findings } = at;
    return {
      ...{ kind: 'found', name, rows: rows.value, left: findings.left },
      ...{ told: words.toldOf(findings, file.savedBy), exportedAt: findings.exportedAt },
    };
  });

  const close = (): void => {
    turn += 1;
    cancel();
    cancel = () => undefined;
    choices.value = new Map();
    stage.value = { kind: 'nothing' };
  };
  const refuse = (why: string): void => {
    stage.value = { kind: 'refused', words: why };
  };

  const take = async (name: string, bytes: Uint8Array): Promise<void> => {
    close();
    const mine = turn;
    stage.value = { kind: 'reading', name };
    try {
      const reader = await platform.openReader();
      if (turn !== mine) return;
      const task = reader.read(bytes);
      cancel = task.stop;
      const [read, known] = await Promise.all([
        task.done,
        readRounds().catch(() => []),
        // The board may know more than the mirror; if it won't answer, the mirror is what there is.
        keeper.reconcile().catch(() => undefined),
      ]);
      if (turn !== mine || read === null) return;
      if (!read.ok) return refuse(words.refusalOf(read.error, name));
      rounds = known;
      const findings = await held(read.value);
      if (turn !== mine) return;
      if (!findings) return refuse(words.notWritten);
      const document = { name, file: read.value, findings };
      const why = strange(document);
      if (why === null) stage.value = { kind: 'found', ...document };
      else refuse(why);
    } catch {
      if (turn === mine) refuse(words.notRead(name));
    }
  };

  const undo = async (name: string, brought: Brought): Promise<void> =>
    tell({ tone: 'info', message: words.outAgain(await bringing.takeBack(brought), name) });

  const bring = async (): Promise<boolean> => {
    const at = stage.peek();
    if (at.kind !== 'found') return false;
    const { name, file } = at;
    const wished = new Set(rows.peek().flatMap(({ ticked, proposal }) => (ticked ? [proposal.id] : [])));
    // The sheet may have changed while somebody looked: what is not to be done any more is not done.
    const findings = (await held(file)) ?? at.findings;
    if (stage.peek() !== at) return false;
    const going = findings.proposals.filter(({ id }) => wished.has(id));
    stage.value = { kind: 'found', name, file, findings };
    if (going.length === 0) return false;
    const control = new AbortController();
    cancel = () => {
      control.abort();
      const now = stage.peek();
      if (now.kind === 'bringing') stage.value = { ...now, stopping: true };
    };
    const brought = await bringing.bring(going, {
      signal: control.signal,
      onProgress(progress) {
        stage.value = { kind: 'bringing', ...progress, stopping: control.signal.aborted };
      },
    });
    cancel = () => undefined;
    if (!brought) {
      tell({ tone: 'warn', message: words.notWritten });
      return false;
    }
    const { said, settled, put, wished: notes } = brought;
    const missing = put && put.put.length < notes ? resultWords(put).message : '';
    const told = words.broughtWords(said.length + settled.length, put?.put.length ?? 0, name);
    tell({
      tone: missing === '' ? 'info' : 'warn',
      message: [told, missing].filter((part) => part !== '').join(' '),
      action: { word: 'Undo', run: () => void undo(name, brought) },
    });
    if (missing === '') {
      close();
      return true;
    }
    const mine = turn;
    const rest = (await held(file)) ?? findings;
    if (turn === mine) stage.value = { kind: 'found', name, file, findings: rest };
    return false;
  };

  return {
    state,
    ready: computed(() => rows.value.filter(({ ticked }) => ticked).length),
    unseen: computed(() => blindStep(documents.content.value.blind) !== null),
    take,
    tick(id, ticked) {
      choices.value = new Map(choices.peek()).set(id, ticked);
    },
    bring,
    stop() {
      if (stage.peek().kind === 'bringing') cancel();
      else close();
    },
    close,
    dispose: owned.dispose,
  };
}
