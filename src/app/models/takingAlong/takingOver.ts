/**
 * Taking one's own words along from another board, looked at first: where from, which note is which, what comes along.
 * Other people's words stay behind unless somebody asks for them and has read who will see them. Loaded on demand.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SheetArchive } from '../../../annotations/archive.ts';
import {
  allBesideOnDesk,
  notesIn,
  previewTaking,
  takeToDesk,
  takeToSheet,
  withoutBeside,
} from '../../../annotations/beside/besideWords.ts';
import type { BesideWord } from '../../../annotations/beside/word.ts';
import { besidesIn, bringAlong, desksIn, sharedIn } from '../../../annotations/bringAlong.ts';
import type { Desk } from '../../../annotations/desk.ts';
import { dismissBrought } from '../../../annotations/dropBrought.ts';
import { longestArchive, parseArchive } from '../../../annotations/parseArchive.ts';
import { rememberNotes } from '../../../annotations/rememberNotes.ts';
import { previewTakeOver, takeOver } from '../../../annotations/takeOver.ts';
import { keepTaken } from '../../../annotations/untake.ts';
import { mayShowAlong } from '../../../annotations/whyNow/answer.ts';
import type { WishBack } from '../../../board/bringIn/run.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { type DetailsAlong, detailsAlong, takeDetails } from '../brought/detailsAlong.ts';
import { missingNotes, type NotesPut, putNotes } from '../brought/notesAlong.ts';
import { roundsPart } from '../rounds/roundsPart.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import type { TakingUnseen } from '../unseen/unseen.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { keptSources, none, type Source, sourceOf } from './sources.ts';
import {
  type Choice,
  type Found,
  foundIn,
  hasWords,
  notesHere,
  type Row,
  rowsOf,
  type Words,
  withoutNotes,
  wordsOf,
} from './takenPairs.ts';
import type { TakingContext } from './takingAlong.ts';
import {
  allHere,
  besideLater,
  broughtWords,
  detailsWords,
  failureWords,
  lostWords,
  nameOf,
  newerWords,
  roundsWords,
  sharedWords,
  strangeWords,
  takenWords,
  unreadable,
  unseenWords,
} from './takingWords.ts';

export interface OtherPerson {
  readonly name: string;
  readonly words: Words;
  /** How much of theirs stood around the notes, signatures among it. */
  readonly around: number;
}

/** What the preview shows. */
export interface Preview {
  readonly source: Source;
  readonly rows: readonly Row[];
  /** Notes here that nothing from there was found to be: what an unfound note can be pointed at. */
  readonly free: readonly { readonly id: ItemId; readonly text: string }[];
  /** Of mine, with the choices made. */
  readonly along: Words;
  /** Of mine, left out because something newer was said here. */
  readonly newerHere: number;
  /** Of mine, nothing that isn't here already. */
  readonly nothingNew: boolean;
  /** Whether anything in it is mine at all. */
  readonly nothingMine: boolean;
  readonly others: readonly OtherPerson[];
  /** Notes of theirs that are not here and could be put there. */
  readonly missing: readonly WishBack[];
  /** What the sheet is about, where the notes come along. */
  readonly details: DetailsAlong;
  /** They are of another sheet than the one they are taken to. */
  readonly otherSheet: string | null;
  /** This person owns the sheet over there, and nobody does here. */
  readonly mayOwn: boolean;
  /** Views are given unseen here, so what comes along is for this person's eyes only until both sides are shown. */
  readonly unseen: boolean;
}

export type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'preview' }
  /** Asked whether other people's words should be seen by everybody here. */
  | { readonly kind: 'asking' }
  /** `notes`: how many of how many are on the board by now. */
  | { readonly kind: 'working'; readonly notes?: { readonly done: number; readonly total: number } }
  | { readonly kind: 'done'; readonly words: string; readonly undo: (() => void) | null };

export interface TakingOver {
  /** Looks for what this browser keeps; `first` was chosen already, where the flow was opened from. */
  start(first: SheetArchive | null): Promise<void>;
  readonly step: ReadonlySignal<Step>;
  /** What this browser keeps of other boards, newest first; null while it is looked for. */
  readonly kept: ReadonlySignal<readonly Source[] | null>;
  /** Why the file could not be used, or what else went wrong. */
  readonly problem: ReadonlySignal<string | null>;
  readonly preview: ReadonlySignal<Preview | null>;
  readonly withOthers: ReadonlySignal<boolean>;
  readonly ownHere: ReadonlySignal<boolean>;
  /** Whether notes that are not here are put there first. */
  readonly withNotes: ReadonlySignal<boolean>;
  choose(source: Source): Promise<void>;
  chooseFile(file: ChosenFile): Promise<void>;
  chooseText(text: string): Promise<void>;
  /** Back to where words can come from. */
  back(): void;
  decide(note: ItemId, choice: Partial<Choice>): void;
  own(yes: boolean): void;
  bringNotes(yes: boolean): void;
  /** While notes are put on the board: they are taken back. */
  stop(): void;
  /** Switching others' words on asks first. */
  askForOthers(): void;
  answer(yes: boolean): void;
  goAhead(): Promise<void>;
}

/** A file as browsers give it. */
export interface ChosenFile {
  readonly size: number;
  text(): Promise<string>;
}

interface Options extends TakingContext {
  readonly sheet: SheetModel;
  readonly kept: () => Promise<readonly SheetArchive[]>;
}

export function takingOver({ sheet, me, boardId, now, kept, reconcile }: Options): TakingOver {
  const step = signal<Step>({ kind: 'choosing' });
  const keptHere = signal<readonly Source[] | null>(null);
  const problem = signal<string | null>(null);
  const source = signal<Source | null>(null);
  const found = signal<ReadonlyMap<ItemId, Found>>(new Map());
  const choices = signal<ReadonlyMap<ItemId, Choice>>(new Map());
  const withOthers = signal(false);
  const ownHere = signal(true);
  const withNotes = signal(false);
  let stopping: AbortController | null = null;

  const othersIn = (archive: SheetArchive): readonly Desk[] => {
    const besides = besidesIn(archive);
    return desksIn(archive).filter(
      (desk) => desk.owner !== me.id && (hasWords(wordsOf(desk)) || besides.has(desk.owner)),
    );
  };
  const idsOf = (rows: readonly Row[]): ReadonlyMap<ItemId, ItemId> =>
    new Map(rows.flatMap(({ from, to, along }) => (to !== null && along ? [[from, to]] : [])));
  const behind = (rows: readonly Row[]): ReadonlySet<ItemId> =>
    new Set(rows.filter(({ along }) => !along).map(({ from }) => from));
  const mineIn = ({ archive }: Source, left: ReadonlySet<ItemId>): Desk | null => {
    const desk = desksIn(archive).find(({ owner }) => owner === me.id);
    return desk ? withoutNotes(desk, left) : null;
  };
  /** Every note that is known here; what the person chose counts. */
  const allIds = (rows: readonly Row[]): ReadonlyMap<ItemId, ItemId> => {
    const chosen = new Set(rows.map(({ from }) => from));
    const foundOnes = [...found.value].flatMap(([from, { to }]) =>
      chosen.has(from) ? [] : [[from, to] as const],
    );
    return new Map([...foundOnes, ...idsOf(rows)]);
  };
  const besideIn = (archive: SheetArchive): readonly BesideWord[] => besidesIn(archive).get(me.id) ?? [];
  /** Without what would show answers here that people give unseen by each other just now. */
  const sharedHere = (archive: SheetArchive): readonly BesideWord[] => {
    const shared = sharedIn(archive);
    const others = sheet.context.documents.sources.value.filter(({ desk }) => desk.owner !== me.id);
    const mayShow = mayShowAlong(others.map(({ doc }) => doc));
    return mayShow ? shared : shared.filter(({ root }) => root !== 'whyNow');
  };
  const takes = (words: readonly BesideWord[], ids: ReadonlyMap<ItemId, ItemId>) => ({
    ...{ words, ids, owner: me.id },
  });
  /** Where my words would go that are not for others' eyes yet; null while they are for everybody at once. */
  const hiding = (): TakingUnseen | null => sheet.unseen.value?.taking() ?? null;
  const leftBehind = (rows: readonly Row[], unseen: boolean): ReadonlySet<ItemId> => {
    const nowhere = rows.filter(({ to }) => unseen && to === null).map(({ from }) => from);
    return new Set([...behind(rows), ...nowhere]);
  };

  const preview = computed((): Preview | null => {
    const [chosen, view] = [source.value, sheet.view.value];
    if (!chosen || !view) return null;
    const { archive } = chosen;
    const hidden = hiding();
    const here = notesHere(view);
    const all = rowsOf({ archive, me: me.id, here, found: found.value, choices: choices.value });
    const rows =
      withOthers.value && !hidden ? all : all.filter(({ mine }) => mine.stance !== null || mine.remarks > 0);
    const taken = new Set(all.map(({ to }) => to));
    const known = new Set([...found.value.values()].map(({ to }) => to));
    const mine = mineIn(chosen, leftBehind(rows, hidden !== null));
    const ids = idsOf(rows);
    const apart = hidden && mine ? hidden.preview(mine, ids) : null;
    const trial =
      mine &&
      previewTakeOver(sheet.desk(), {
        archived: apart ? withoutWords(mine) : mine,
        ids,
        engineer: view.engineer,
      });
    // While views are given unseen, what is said in the open stays where it is.
    const beside = hidden
      ? 0
      : previewTaking(
          sheet.desk(),
          takeToDesk,
          takes(withoutBeside(besideIn(archive), behind(all)), allIds(all)),
        ) + previewTaking(sheet.document, takeToSheet, takes(sharedHere(archive), allIds(all)));
    return {
      source: chosen,
      rows,
      // Those that were found to be another note, of which nobody spoke, come last.
      free: here
        .filter(({ id }) => !taken.has(id))
        .sort((a, b) => Number(known.has(a.id)) - Number(known.has(b.id))),
      along: mine ? wordsOf(mine) : none,
      newerHere: (apart ?? trial)?.newerHere ?? 0,
      nothingNew:
        beside === 0 &&
        (trial === null || ((apart?.entries.length ?? trial.taken) === 0 && trial.confirmed.length === 0)),
      nothingMine: (mine === null || !hasWords(wordsOf(mine))) && besideIn(archive).length === 0,
      others: hidden
        ? []
        : othersIn(archive).map((desk) => ({
            ...{ name: nameOf(desk), words: wordsOf(desk) },
            around: besidesIn(archive).get(desk.owner)?.length ?? 0,
          })),
      missing: missingNotes({ archive, here, ids: allIds(all), view }),
      details: detailsAlong(archive.details, view.details, view.template),
      otherSheet: archive.details.id === sheet.id ? null : archive.details.title,
      mayOwn: archive.engineer === me.id && view.engineer === null,
      unseen: hidden !== null,
    };
  });

  const choose = async (chosen: Source): Promise<void> => {
    problem.value = null;
    step.value = { kind: 'reading' };
    try {
      await reconcile();
    } catch (error) {
      problem.value = refusalWords(error, 'read the notes of this sheet');
      step.value = { kind: 'choosing' };
      return;
    }
    const view = sheet.view.value;
    if (!view) return;
    source.value = chosen;
    choices.value = new Map();
    found.value = foundIn(chosen.archive, notesHere(view));
    withOthers.value = false;
    // On a sheet without any, its notes are what somebody brings it for.
    withNotes.value = notesHere(view).length === 0;
    step.value = { kind: 'preview' };
  };

  const chooseText = async (text: string): Promise<void> => {
    const read = parseArchive(text);
    if (read.ok) await choose(sourceOf('file', read.value, me));
    else problem.value = failureWords(read.error);
  };

  /** `wished`: the pairs that the person saw. */
  const carryOut = (
    current: Preview,
    wished: ReadonlyMap<ItemId, ItemId>,
  ): Step & { readonly back?: readonly (() => void)[] } => {
    const view = sheet.view.value;
    const { rows, source: from } = current;
    const ids = idsOf(rows);
    const hidden = hiding();
    const left = leftBehind(rows, hidden !== null);
    if (!view) return { kind: 'preview' };
    if (current.mayOwn && ownHere.value) sheet.claim('engineer');
    const mine = mineIn(from, left);
    const others =
      withOthers.value && !hidden ? othersIn(from.archive).map((desk) => withoutNotes(desk, left)) : [];
    const all = allIds(rows);
    const besides = new Map(
      [...besidesIn(from.archive)].map(([owner, words]) => [owner, withoutBeside(words, left)] as const),
    );
    const back: (() => void)[] = [];
    const said: string[] = [];

    if (mine) {
      const restore = keepTaken(sheet.desk());
      const engineer = current.mayOwn && ownHere.value ? me.id : view.engineer;
      const apart = hidden?.preview(mine, ids);
      const archived = apart ? withoutWords(mine) : mine;
      const done = takeOver(sheet.desk(), { archived, ids, engineer });
      const takeBack = apart ? hidden?.take(apart) : restore;
      if (!done || !takeBack) return { kind: 'done', words: newerWords, undo: null };
      const taken = apart ? apart.entries.length : done.taken;
      if (taken > 0) back.push(takeBack);
      // Who said nothing about notes is not told that it was here.
      if (taken > 0 || hasWords(current.along)) said.push(takenWords(taken, current.along));
      if (apart && taken > 0) said.push(unseenWords);
    }
    if (!hidden) {
      const own = takeToDesk(sheet.desk(), takes(withoutBeside(besideIn(from.archive), left), all));
      const shared = takeToSheet(sheet.document, takes(sharedHere(from.archive), all));
      if (own && own.taken.size > 0) {
        back.push(() => void own.undo());
        said.push('What you said around the notes came along, too.');
      }
      if (shared && shared.taken.size > 0) {
        back.push(() => void shared.undo());
        said.push(...sharedWords([...shared.taken.keys()]));
      }
      const strange = (own?.unreadable ?? 0) + (shared?.unreadable ?? 0);
      if (strange > 0) said.push(strangeWords(strange));
    } else if (besideIn(from.archive).length > 0) said.push(besideLater);
    if (others.length > 0) {
      const { archive } = from;
      const board = archive.board || boardId;
      const here = [...view.talk.desks.values()];
      const { sheet: document, sources } = sheet.context.documents;
      const besidesHere = new Map(
        sources.peek().map(({ desk, doc }) => [desk.owner, allBesideOnDesk(doc, document)] as const),
      );
      const done = bringAlong(sheet.document, {
        ...{ desks: others, besides, ids: all, here, besidesHere },
        ...{ by: me.id, at: now(), board },
      });
      if (!done) return { kind: 'done', words: newerWords, undo: null };
      for (const owner of done.brought) back.push(() => dismissBrought(sheet.document, owner));
      said.push(...broughtWords(done, others));
    }
    const desks = mine ? [mine, ...others] : others;
    const owners = hidden ? [] : [me.id, ...others.map(({ owner }) => owner)];
    rememberNotes(sheet.document, {
      ...{ by: me.id, notes: from.archive.notes, ids: all, desks, behind: left },
      about: new Set([
        ...notesIn(owners.flatMap((owner) => besides.get(owner) ?? [])),
        // Where the notes come along, so do the last words of those that went.
        ...(withNotes.value ? from.archive.notes.flatMap(({ id, gone }) => (gone ? [id] : [])) : []),
      ]),
    });
    const spoken = new Set(rows.map(({ from: note }) => note));
    const lost = [...wished.keys()].filter((note) => spoken.has(note) && !ids.has(note)).length;
    if (lost > 0) said.push(lostWords(lost, hidden !== null));
    if (said.length === 0) said.push(takenWords(0, none));
    return { kind: 'done', words: said.join(' '), undo: back.length > 0 ? () => undo(back) : null, back };
  };
  const bringNotes = async ({
    missing,
    source: { archive },
  }: Preview): Promise<Awaited<ReturnType<typeof putNotes>> | null> => {
    if (!withNotes.value || missing.length === 0) return null;
    stopping = new AbortController();
    const done = await putNotes(sheet.context, missing, {
      archive,
      ids: new Map([...found.value].map(([from, { to }]) => [from, to])),
      signal: stopping.signal,
      onProgress: (notes) => {
        step.value = { kind: 'working', notes };
      },
    });
    stopping = null;
    step.value = { kind: 'working' };
    if ('failed' in done) return done;
    const before = found.value;
    found.value = new Map([
      ...before,
      ...[...done.ids].map(([from, to]) => [from, { to, how: 'same text and lane' }] as const),
    ]);
    const undoIt = (): Promise<void> => {
      // Taken back, they are none of this sheet's any more.
      found.value = before;
      return done.undo();
    };
    return { ...done, undo: undoIt };
  };

  const bringDetails = async ({ details: { take } }: Preview): Promise<PutBefore | null> => {
    if (!withNotes.value) return null;
    const undoIt = await takeDetails(sheet.context, take);
    return undoIt && { words: detailsWords(Object.keys(take)), undo: undoIt };
  };

  /** The same step, and what was put on the board before it. */
  const withPut = (done: ReturnType<typeof carryOut>, put: PutBefore | null): ReturnType<typeof carryOut> => {
    if (!put || done.kind !== 'done') return done;
    // What was said is taken back first: a note that is spoken about stays.
    const back = [...(done.back ?? []), () => void put.undo()];
    const words = [put.words, done.words === allHere ? '' : done.words].filter((one) => one !== '').join(' ');
    return { kind: 'done', words, undo: () => undo(back), back };
  };

  const undo = (back: readonly (() => void)[]): void => {
    for (const each of back) each();
    step.value = { kind: 'preview' };
  };

  return {
    async start(first) {
      if (first) await choose(sourceOf('browser', first, me));
      keptHere.value = keptSources(await kept(), me);
    },
    step,
    kept: keptHere,
    problem,
    preview,
    withOthers,
    ownHere,
    withNotes,
    choose,
    async chooseFile(file) {
      problem.value = null;
      // Characters take at least a byte each, so what is over this can't be ours; it is not even read.
      if (file.size > longestArchive * 4) {
        problem.value = failureWords({ kind: 'too-large' });
        return;
      }
      try {
        await chooseText(await file.text());
      } catch {
        problem.value = unreadable;
      }
    },
    chooseText,
    back() {
      source.value = null;
      problem.value = null;
      step.value = { kind: 'choosing' };
    },
    decide(note, choice) {
      const row = preview.value?.rows.find(({ from }) => from === note);
      if (!row) return;
      choices.value = new Map(choices.value).set(note, { to: row.to, along: row.along, ...choice });
    },
    own(yes) {
      ownHere.value = yes;
    },
    bringNotes(yes) {
      withNotes.value = yes;
    },
    stop() {
      stopping?.abort();
    },
    askForOthers() {
      step.value = { kind: 'asking' };
    },
    answer(yes) {
      withOthers.value = yes;
      step.value = { kind: 'preview' };
    },
    async goAhead() {
      const seen = preview.value;
      if (step.value.kind !== 'preview' || !seen) return;
      step.value = { kind: 'working' };
      problem.value = null;
      const put = await bringNotes(seen);
      if (put && 'failed' in put) {
        problem.value = put.failed;
        step.value = { kind: 'preview' };
        return;
      }
      const about = await bringDetails(seen);
      // What was looked at a while ago may be gone; refused, what is known counts.
      await reconcile().catch(() => undefined);
      const current = preview.value;
      if (!current) {
        step.value = { kind: 'choosing' };
        return;
      }
      const rounds = withOthers.value && !hiding() ? (current.source.archive.rounds ?? []) : [];
      const said = carryOut(current, new Map([...idsOf(seen.rows), ...(put?.ids ?? [])]));
      const done = withPut(withPut(said, about), put);
      if (done.kind !== 'done' || rounds.length === 0) {
        step.value = done;
        return;
      }
      // Everybody's words are in a round, so it comes along with those of others only.
      const { there } = await sheet.loaded(roundsPart);
      const brought = await there.bring(rounds, current.source.archive.board || boardId);
      const words = [done.words, ...roundsWords(brought)].filter((one) => one !== '').join(' ');
      const back = brought.brought > 0 ? [...(done.back ?? []), brought.undo] : (done.back ?? []);
      step.value = { kind: 'done', words, undo: back.length > 0 ? () => undo(back) : null };
    },
  };
}

/** Who is who is no view, and known to all at once. */
const withoutWords = (desk: Desk): Desk => ({ ...desk, stances: new Map(), remarks: [], verdicts: [] });

/** What was done on the board before anything was said. */
type PutBefore = Pick<NotesPut, 'words' | 'undo'>;
