/**
 * Whether the last round waits for this person's signature, as far as can be told from who put one under it: neither
 * the round nor a key is asked for, and whether signatures fit is seen where they are read. Nobody is asked about a
 * round that is just a picture for later: either somebody has signed it, or everything is agreed now.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { type DeskRecords, readDeskRecords } from '../../../annotations/deskRecords.ts';
import { roundsOf } from '../../../annotations/numberedRounds.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface ToSignNext {
  readonly words: string;
  readonly action: string;
  readonly round: Hash;
}

export interface ToSign {
  readonly next: ReadonlySignal<ToSignNext | null>;
  dispose(): void;
}

export function openToSign({ documents, view, me }: SheetContext): ToSign {
  const next = computed(() => {
    const now = view.value;
    if (!now?.canWrite || now.content.closings.length === 0) return null;
    const records = documents.sources.value.map(({ desk, doc }) => readDeskRecords(doc, desk.owner));
    const found = roundToSign(now, records, me.id);
    return (
      found && { words: `Round ${found.number} waits for your signature.`, action: 'Look', round: found.hash }
    );
  });
  return { next, dispose: () => undefined };
}

type Now = Pick<SheetView, 'content' | 'talk' | 'agreed' | 'total'>;

export function roundToSign(
  { content, talk, agreed, total }: Now,
  desks: readonly Pick<DeskRecords, 'owner' | 'signOffs'>[],
  me: UserId,
) {
  const last = roundsOf(content.closings).at(-1);
  if (!last) return null;
  const counting = new Set(talk.participants.filter(({ counts }) => counts).map(({ user }) => user));
  const twins = new Set([last.hash, ...last.beside.map(({ hash }) => hash)]);
  const signed = desks.flatMap(({ owner, signOffs }) =>
    signOffs.flatMap(({ says }) => (twins.has(says.round) ? [{ owner, role: says.role }] : [])),
  );
  // Those who counted when it was closed may have signed it among themselves (signOffs.ts, S6).
  const before = signed.some(
    ({ owner, role }) => !counting.has(owner) && (role === 'manager' || role === 'engineer'),
  );
  if (!counting.has(me) || before || signed.some(({ owner }) => owner === me)) return null;
  const others = signed.some(({ owner }) => counting.has(owner));
  return others || (total > 0 && agreed === total) ? last : null;
}
