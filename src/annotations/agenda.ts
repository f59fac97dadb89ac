/**
 * The agenda of the next talk: what is not agreed yet, widest mismatch first, with minutes. It follows from what people
 * said, so everybody who looks at the same time sees the same.
 *
 * G1  Whole minutes, and together exactly the time there is.
 * G2  Every item has at least two minutes. What then finds no place, from the end of the list, stands under `later`.
 *     Where even one item has less than that, it gets all there is.
 * G3  The rest goes to the items by how far apart people are on them; what can't be parted evenly goes to the first.
 * G4  Topics that are no notes head the list, in the order given.
 */
import type { OpenNote } from './agreement.ts';

/** Something to talk about that is no note, e.g. why this role is needed now. */
export interface Topic {
  /** What it is, for whoever shows it. */
  readonly id: string;
  readonly title: string;
  /** Who says what, in one line. */
  readonly about: string;
  /** 0 to 6, as between two stances. */
  readonly mismatch: number;
}

export type Subject =
  | ({ readonly kind: 'note' } & OpenNote)
  | { readonly kind: 'topic'; readonly topic: Topic; readonly mismatch: number };

export type AgendaItem = Subject & { readonly minutes: number };

export interface Agenda {
  /** Minutes. */
  readonly total: number;
  readonly items: readonly AgendaItem[];
  readonly later: readonly Subject[];
}

/** Minutes: for less nobody gets anywhere. */
const least = 2;
/** Minutes of a usual talk between two people, and the longest one that is planned here. */
export const usualTalk = 30;
export const longestTalk = 240;

/** A share even for those who have not said anything yet. */
const weight = ({ mismatch }: Subject): number => 1 + mismatch;

/** Given in the order of `openNotes`; a `total` that is no whole number of minutes is rounded down. */
export function agendaOf(open: readonly OpenNote[], total: number, topics: readonly Topic[] = []): Agenda {
  const minutes = Number.isFinite(total) ? Math.min(longestTalk, Math.max(0, Math.floor(total))) : 0;
  const subjects: readonly Subject[] = [
    ...topics.map((topic) => ({ kind: 'topic' as const, topic, mismatch: topic.mismatch })),
    ...open.map((one) => ({ kind: 'note' as const, ...one })),
  ];
  const room = minutes === 0 ? 0 : Math.max(1, Math.floor(minutes / least));
  const now = subjects.slice(0, room);
  const shares = sharesOf(now, minutes);
  return {
    total: minutes,
    items: now.map((subject, index) => ({ ...subject, minutes: shares[index] ?? 0 })),
    later: subjects.slice(room),
  };
}

function sharesOf(subjects: readonly Subject[], total: number): readonly number[] {
  const floor = Math.min(least, total);
  const rest = total - floor * subjects.length;
  const weights = subjects.map(weight);
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((one) => (rest * one) / sum);
  const whole = exact.map(Math.floor);
  const left = rest - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return whole.map((share, index) => floor + share + (lucky.has(index) ? 1 : 0));
}
