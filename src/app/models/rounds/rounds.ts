/**
 * The closed rounds of a sheet, as one person's app has them: which there are, what they say, how the sheet stands now,
 * and closing another. Loaded when somebody looks at them.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { type CloseFailure, closeRound, mayCloseRound } from '../../../annotations/closeRound.ts';
import { sayWhyRetired } from '../../../annotations/deskRecords.ts';
import { readGroundDesk, readGroundSheet } from '../../../annotations/ground/groundDesk.ts';
import type { GroundParts } from '../../../annotations/ground/groundState.ts';
import { roundName } from '../../../annotations/names.ts';
import { type NumberedRound, nextRound, roundsOf } from '../../../annotations/numberedRounds.ts';
import type { RoundFailure } from '../../../annotations/parseRound.ts';
import { type PublicState, publicState } from '../../../annotations/publicState.ts';
import type { RoundRecord } from '../../../annotations/round.ts';
import { keepRound, readRound } from '../../../annotations/roundDocument.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import { listRound, planNext } from '../../../annotations/sheetOperations.ts';
import { disposers } from '../../../base/disposer.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import { openRoundsThere, type RoundsThere } from '../brought/roundsThere.ts';
import { notesElsewhere, type OtherSheet } from '../found/elsewhere.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { readOnce } from '../sheet/readOnce.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { type DeskWithRecords, deskWithRecords, someHeldBack } from '../sheet/wholeDesks.ts';
import type { RoundsPlace } from './roundMoments.ts';
import { openSigning, type Signing } from './signing.ts';
import type { Vault } from './vault.ts';

export type RoundReading =
  | { readonly kind: 'looking' }
  /** Its document has not arrived in this browser. */
  | { readonly kind: 'missing' }
  /** This browser can't make hashes, so nobody could tell whether it is the round. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'unreadable'; readonly failure: RoundFailure }
  | { readonly kind: 'here'; readonly record: RoundRecord };

export interface Rounds {
  /** Where the person is among them. */
  readonly at: Signal<RoundsPlace>;
  /** The first one first. */
  readonly list: ReadonlySignal<readonly NumberedRound[]>;
  /** Those closed on another board that were brought along, and who signed them there. */
  readonly there: RoundsThere;
  /** In which days are told. */
  readonly timeZone: string;
  /** How the sheet stands, as everybody sees it; null while its header has not arrived. */
  readonly now: ReadonlySignal<PublicState | null>;
  /** Whether some words are not for everybody yet, and so not in a round that is closed now. */
  readonly heldBack: ReadonlySignal<boolean>;
  /** The number that a round closed now would have. */
  readonly nextNumber: ReadonlySignal<number>;
  /** Null where this browser can't make hashes. */
  readonly vault: Vault | null;
  readonly signing: Signing;
  reading(hash: Hash): ReadonlySignal<RoundReading>;
  /** Gone from here and on another sheet, as far as the board told at the last look. */
  readonly elsewhere: ReadonlySignal<ReadonlyMap<ItemId, OtherSheet>>;
  /** Reads the board again before the notes are looked at; refused, the mirror is what there is. */
  lookAgain(): Promise<void>;
  mayClose(): boolean;
  /** The round; null when there is none, which was told. */
  close(note: string): Promise<Hash | null>;
  sayWhy(note: ItemId, reason: string): boolean;
  /** `start`: a day or a moment in UTC; null takes the date away. */
  plan(next: { readonly start: string; readonly minutes: number } | null): boolean;
  /** The date as a file for one's calendar. */
  saveDate(): Promise<void>;
  dispose(): void;
}

export async function openRounds(context: SheetContext): Promise<Rounds> {
  const { sync, documents, keeper, platform, view, now: time, link, tell } = context;
  const me = context.me.id;
  const vault = await platform.openVault(me);
  const sheet = { id: context.id, document: documents.sheet, view, desk: documents.myDesk, now: time };
  const owned = disposers();
  const at = signal<RoundsPlace>({ kind: 'list' });
  const readings = new Map<Hash, Signal<RoundReading>>();
  const elsewhere = signal<ReadonlyMap<ItemId, OtherSheet>>(new Map());
  /** How many rounds were asked for. */
  const asked = signal(0);
  const desks = computed(() => documents.sources.value.map(deskWithRecords));
  const ground = computed((): GroundParts => {
    // Read again whenever the sheet's document has changed.
    void documents.content.value;
    return { ...readGroundSheet(documents.sheet), desks: documents.sources.value.map(groundOn) };
  });
  const now = computed(() => {
    const view = sheet.view.value;
    return view && stateOf(view, desks.value, ground.value);
  });
  const list = computed(() => roundsOf(sheet.view.value?.content.closings ?? []));

  const there = openRoundsThere(context, vault);
  owned.add(there.dispose);
  const signing = openSigning({
    ...{ sheet, me, vault, rounds: list, desks, tell },
    there: computed(() => new Set(there.list.value.map(({ hash }) => hash))),
    peopleThen(hash) {
      void asked.value;
      const reading = readings.get(hash)?.value;
      return reading?.kind === 'here' ? reading.record.content.people : null;
    },
  });
  owned.add(signing.dispose);

  const read = async (hash: Hash, doc: Y.Doc, into: Signal<RoundReading>): Promise<void> => {
    if (!vault) return;
    const found = await readRound(vault.subtle, doc, hash);
    if (found?.ok) into.value = { kind: 'here', record: found.value };
    else if (found) into.value = { kind: 'unreadable', failure: found.error };
  };
  const reading = (hash: Hash): Signal<RoundReading> => {
    const known = readings.get(hash);
    if (known) return known;
    const into = signal<RoundReading>(vault ? { kind: 'looking' } : { kind: 'unchecked' });
    readings.set(hash, into);
    // Not at once: whoever asks may be in the middle of drawing.
    queueMicrotask(() => {
      asked.value += 1;
    });
    const { doc, loaded, joined } = sync.open(roundName(sheet.id, hash));
    const look = (): void => void read(hash, doc, into);
    doc.on('update', look);
    owned.add(() => doc.off('update', look));
    look();
    void Promise.all([loaded, joined]).then(async () => {
      await read(hash, doc, into);
      if (into.peek().kind === 'looking') into.value = { kind: 'missing' };
    });
    return into;
  };

  const mayClose = (): boolean => {
    const view = sheet.view.peek();
    return view?.canWrite === true && mayCloseRound(view.me);
  };

  return {
    at,
    list,
    there,
    timeZone: platform.timeZone,
    now,
    heldBack: computed(() => {
      const view = sheet.view.value;
      return view !== null && someHeldBack(view.content, desks.value);
    }),
    nextNumber: computed(() => nextRound(sheet.view.value?.content.closings ?? []).number),
    vault,
    signing,
    reading,
    elsewhere,
    async lookAgain() {
      try {
        const items = await keeper.reconcile();
        elsewhere.value = await notesElsewhere(platform.board, items, documents.content.peek());
      } catch {
        // What was known before stays.
      }
    },
    mayClose,
    async close(note) {
      const [view, state] = [sheet.view.peek(), now.peek()];
      if (!view || !state || !vault || !mayClose()) return null;
      const after = nextRound(view.content.closings);
      const closed = await closeRound(vault.subtle, state, { ...after, note });
      if (!closed.ok) {
        tell({ tone: 'warn', message: closeFailureWords(closed.error) });
        return null;
      }
      const { hash } = closed.value;
      const { doc, loaded } = sync.open(roundName(sheet.id, hash));
      await loaded;
      const kept =
        keepRound(doc, closed.value) &&
        listRound(sheet.document, { ...after, hash, by: me, at: sheet.now() });
      if (!kept) {
        tell({
          tone: 'warn',
          message: 'A newer version of Rolewright is in use here. Reload the board first.',
        });
        return null;
      }
      void sync.flush();
      const { reach } = sync.connection.get();
      const later = reach === 'offline' || reach === 'refused' ? laterWords : '';
      tell({ tone: 'info', message: `Round ${after.number} is closed.${later}` });
      return hash;
    },
    sayWhy: (note, reason) => sayWhyRetired(sheet.desk(), note, { reason, at: sheet.now() }),
    plan: (next) => planNext(sheet.document, next && { ...next, by: me, at: sheet.now() }),
    async saveDate() {
      const view = sheet.view.peek();
      const { talkFile } = await import('../agenda/talkFile.ts');
      const file = view && talkFile(view, now.peek(), link());
      if (!file) return;
      platform.save(file);
      tell({
        tone: 'info',
        message: `Look among your downloads for ${file.name}, and open it with your calendar.`,
      });
    },
    dispose: owned.dispose,
  };
}

const laterWords = ' This browser keeps it, and it goes to the board once that can be reached.';

function closeFailureWords(failure: CloseFailure): string {
  switch (failure.kind) {
    case 'too-large':
      return 'This sheet has grown too large to be kept as a round on a board. Resolve threads that are settled (they are not part of a round), then close it.';
    case 'unreadable':
      return 'Something in this sheet can’t be read, so no round was closed. Reload the board and try again.';
  }
}

const groundOn = readOnce(readGroundDesk);

function stateOf(
  view: SheetView,
  desks: readonly DeskWithRecords[],
  ground: GroundParts,
): PublicState | null {
  const { content, harvest, template } = view;
  const lanes = new Map<ItemId, readonly LaneId[]>([
    ...harvest.lanes.flatMap(({ lane, notes }) => notes.map(({ id }) => [id, [lane.id]] as const)),
    ...harvest.border.map(({ note, between }) => [note.id, between] as const),
  ]);
  return publicState({
    content,
    desks: desks.map(({ whole }) => whole),
    records: desks.map(({ records }) => records),
    ground,
    lanes,
    // By pillar whatever the lens, so that shares of several rounds can be compared.
    columns: sheetColumns(template, 'pillars').map(({ id, lanes: own }) => ({
      column: id,
      lanes: own.map((lane) => lane.id),
    })),
  });
}
