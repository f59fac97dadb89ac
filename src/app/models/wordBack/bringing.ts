/**
 * Bringing in what somebody chose of a document: what others said goes on this person's desk, or where their words wait
 * unseen; what is new or moved goes to the board. And how all of it is taken back: what somebody has answered, changed or
 * moved on since stays.
 */
import type * as Y from 'yjs';
import { decide, introduce } from '../../../annotations/deskDocument.ts';
import {
  bringFromDocument,
  takeBackFromDocument,
  type WordsFromDocument,
} from '../../../annotations/fromDocument/bring.ts';
import type { SpokenRemark } from '../../../annotations/threads.ts';
import {
  type PutProgress,
  type PutResult,
  putIntoLanes,
  takeBack,
  type Wish,
} from '../../../board/bringIn/run.ts';
import type { Proposal } from '../../../export/wordBack/proposals.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { spokenIn } from './rows.ts';
import { did } from './words.ts';

export interface Brought {
  /** Ids of the remarks. */
  readonly said: readonly string[];
  /** Each takes one decision back. */
  readonly settled: readonly (() => void)[];
  /** Null where nothing was to go to the board. */
  readonly put: PutResult | null;
  /** How many notes were to go there. */
  readonly wished: number;
}

export interface Bringing {
  /** Null where this sheet can't be written: nothing was. */
  bring(
    proposals: readonly Proposal[],
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: PutProgress) => void },
  ): Promise<Brought | null>;
  /** How many things stay, since somebody went on with them. */
  takeBack(brought: Brought): Promise<number>;
}

export function openBringing(context: SheetContext): Bringing {
  const { platform, view, documents, keeper, me, now, hiding, onBoard, look } = context;
  const { board, clock } = platform;

  const spoken = (): readonly SpokenRemark[] => {
    const current = view.peek();
    return current ? spokenIn(current) : [];
  };
  const remarkOf = (id: string): SpokenRemark | undefined => spoken().find((remark) => remark.id === id);

  /** Where words go that this person says. */
  const speak = (say: (desk: Y.Doc) => boolean): boolean => {
    const hidden = hiding();
    const desk = documents.myDesk();
    return introduce(desk, me.name) && (hidden ? hidden.write(say) : say(desk));
  };

  const wordsFor = (
    proposal: Proposal,
    at: string,
    comes: ReadonlySet<string>,
  ): readonly WordsFromDocument[] => {
    if (!('by' in proposal) || proposal.kind === 'added') return [];
    const { id, note } = proposal;
    const said = { id, at, note, from: { name: proposal.by, at: proposal.at || at } };
    switch (proposal.kind) {
      case 'reworded':
        return [
          { ...said, text: '', wording: { proposed: proposal.words, original: proposal.before ?? '' } },
        ];
      case 'remark': {
        const { answers, words: text } = proposal;
        const isThere = answers !== null && (comes.has(answers) || remarkOf(answers) !== undefined);
        return [{ ...said, text, answers: isThere ? answers : null }];
      }
      case 'taken-out':
        return [{ ...said, text: did['taken-out'] }];
      case 'accepted':
      case 'rejected':
        return [{ ...said, text: did[proposal.kind], answers: proposal.remark }];
    }
  };

  /** What was decided about a remark in the document; returned is what takes it back. */
  const settle = (proposal: Proposal): readonly (() => void)[] => {
    if (proposal.kind !== 'settled' && proposal.kind !== 'reopened') return [];
    const write = (value: 'resolved' | 'reopened'): boolean => {
      const remark = remarkOf(proposal.remark);
      if (!remark) return false;
      const after = remark.verdict?.at ?? null;
      return speak((desk) => decide(desk, { remark: remark.id, value, after, at: now() }));
    };
    const [done, back] =
      proposal.kind === 'settled' ? (['resolved', 'reopened'] as const) : (['reopened', 'resolved'] as const);
    return write(done) ? [() => void write(back)] : [];
  };

  const wishFor = (proposal: Proposal): readonly Wish[] => {
    if (proposal.kind === 'added')
      return [{ key: proposal.id, lane: proposal.lane, text: proposal.words, sticky: null }];
    return proposal.kind === 'moved'
      ? [{ key: proposal.id, lane: proposal.to, text: '', sticky: proposal.note }]
      : [];
  };

  return {
    async bring(proposals, { signal, onProgress }) {
      const comes = new Set(proposals.map(({ id }) => id));
      const start = Date.parse(now());
      // In the order of the document, whatever times it gives them.
      const said = proposals.flatMap((proposal, at) =>
        wordsFor(proposal, new Date(start + at).toISOString(), comes),
      );
      if (said.length > 0 && !speak((desk) => bringFromDocument(desk, said))) return null;
      const settled = proposals.flatMap(settle);
      const wishes = proposals.flatMap(wishFor);
      const put =
        wishes.length === 0
          ? null
          : await putIntoLanes(wishes, {
              ...{ board, clock, look, signal, onProgress },
              ...{ makeRoom: true, hasRoom: platform.hasRoom },
            });
      if (put) await keeper.reconcile().catch(() => undefined);
      return { said: said.map(({ id }) => id), settled, put, wished: wishes.length };
    },
    async takeBack({ said, settled, put }) {
      const ours = new Set(said);
      /** Without what was said it would hang in the air. */
      const goneOnWith = (id: string): boolean =>
        (remarkOf(id)?.verdict ?? null) !== null ||
        spoken().some((one) => one.answers === id && !ours.has(one.id));
      const going = said.filter((id) => !goneOnWith(id));
      const away = (desk: Y.Doc): boolean => takeBackFromDocument(desk, going);
      hiding()?.write(away);
      away(documents.myDesk());
      for (const back of settled) back();
      let stay = said.length - going.length;
      if (put)
        await onBoard('take the notes back', async () => {
          const back = await takeBack(put, {
            ...{ board, clock },
            isSpokenAbout: (item: ItemId) => {
              const note = view.peek()?.notes.get(item);
              return (
                note !== undefined && (note.mine !== null || note.others.length + note.threads.length > 0)
              );
            },
          });
          stay += put.put.length - back.length;
          await keeper.reconcile().catch(() => undefined);
        });
      return stay;
    },
  };
}
