/** Rounds in the panel's words. */
import { mayCloseRound } from '../../../annotations/closeRound.ts';
import type { NumberedRound } from '../../../annotations/numberedRounds.ts';
import type { Participant } from '../../../annotations/participants.ts';
import type { RoundContent, Share } from '../../../annotations/round.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import type { Moment } from './roundMoments.ts';
import type { RoundReading } from './rounds.ts';

export const shareWords = ({ agreed, total }: Share): string =>
  total === 0 ? 'no notes' : `${agreed} of ${total} agreed`;

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** What somebody is called here; else as the round, or what came along, has it. */
export function nameIn(
  view: SheetView,
  user: string,
  then: Pick<RoundContent, 'people'> | readonly Pick<Participant, 'user' | 'name'>[] = [],
): string {
  const here = view.talk.participants.find((one) => one.user === user)?.name;
  const people = 'people' in then ? then.people : then;
  const there = people.find((one) => one.user === user)?.name;
  return here || cleanLine(there ?? '') || 'Somebody';
}

/** Null where this person may close a round. */
export function whyNotClose(view: SheetView): string | null {
  if (!view.canWrite)
    return 'Reload the board to close a round: a newer version of Rolewright is in use here.';
  if (mayCloseRound(view.me)) return null;
  if (view.engineer === null)
    return 'A round can be closed once somebody has said that they are the engineer of this sheet.';
  if (!view.me.confirmed)
    return 'A round can be closed by you once the engineer has confirmed who you are here.';
  return 'The engineer, a manager or the facilitator closes a round.';
}

/** Why a round can't be shown. */
export function readingWords(reading: Exclude<RoundReading, { kind: 'here' }>): string {
  switch (reading.kind) {
    case 'looking':
      return 'Looking for this round…';
    case 'missing':
      return 'What this round says has not arrived in this browser yet. It comes from the board, or from the browser of whoever closed it.';
    case 'unchecked':
      return 'This page is not served over https, and without that no browser can check a round.';
    case 'unreadable':
      switch (reading.failure.kind) {
        case 'newer':
          return 'This round was closed with a newer version of Rolewright. Reload the board to read it.';
        case 'other-hash':
          return 'What lies here is not the round that was closed: it has been changed since. Don’t build on it.';
        default:
          return 'What arrived of this round is damaged and can’t be read. Whoever closed it still has it.';
      }
  }
}

/** One that came along from another board. */
export const roundThereTitle = (number: number): string => `Round ${number} of another board`;

/** E.g. "Round 2"; of several closed under one number the later ones are told by a letter. */
export function roundTitle(rounds: readonly NumberedRound[], hash: string): string {
  for (const { number, hash: own, beside } of rounds) {
    if (own === hash) return `Round ${number}`;
    const place = beside.findIndex((twin) => twin.hash === hash);
    if (place >= 0) return `Round ${number}${String.fromCharCode('b'.charCodeAt(0) + place)}`;
  }
  return 'A round';
}

export function momentTitle(rounds: readonly NumberedRound[], moment: Moment): string {
  if (moment === 'now') return 'Now';
  if (moment === 'my-word') return 'When I gave my views';
  return roundTitle(rounds, moment);
}
