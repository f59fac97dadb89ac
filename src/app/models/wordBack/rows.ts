/** What a document would do, a line for each thing, in the light of the sheet as it is now. */
import { type LookAlikes, lookAlikes } from '../../../annotations/bringIn/lookAlike.ts';
import { mayDecide, remarksIn, type SpokenRemark } from '../../../annotations/threads.ts';
import type { Proposal } from '../../../export/wordBack/proposals.ts';
import { fitsSticky } from '../../../workshop/bringIn/line.ts';
import type { LaneId } from '../../../workshop/ids.ts';
import { shortened } from '../bringIn/words.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';
import { deedOf } from './words.ts';

export interface BackLine {
  readonly proposal: Proposal;
  /** What it is about as it reads now; empty for what is new. */
  readonly about: string;
  /** The lane's title, where it lies or will; empty where there is none. */
  readonly place: string;
  /** Further words on it; empty where there are none. */
  readonly hint: string;
  /** Why it can't be brought in now; empty where it can. */
  readonly problem: string;
  /** Nothing speaks against it, so it is ticked until somebody says otherwise. */
  readonly welcome: boolean;
}

export interface BackRow extends BackLine {
  readonly ticked: boolean;
}

export interface Circumstances {
  readonly view: SheetView;
  /** Whether notes are written unseen now. */
  readonly writingUnseen: boolean;
}

export const spokenIn = ({ notes }: SheetView): readonly SpokenRemark[] =>
  [...notes.values()].flatMap(({ threads }) => threads.flatMap(remarksIn));

function problemOf(proposal: Proposal, { view, writingUnseen }: Circumstances): string {
  switch (proposal.kind) {
    case 'moved':
    case 'added':
      if (writingUnseen)
        return 'Notes are written unseen here now. Bring it in once both sides’ notes are shown.';
      return proposal.kind === 'added' && !fitsSticky(proposal.words)
        ? 'Too long for one sticky. Split it first.'
        : '';
    case 'settled':
    case 'reopened': {
      const remark = spokenIn(view).find(({ id }) => id === proposal.remark);
      return remark && mayDecide('resolved', view.me, remark.author)
        ? ''
        : 'Only its author and people with a confirmed role can settle it.';
    }
    default:
      return '';
  }
}

const titleOf = ({ columns }: SheetView, lane: LaneId): string =>
  columns.flatMap(({ lanes }) => lanes).find((one) => one.lane.id === lane)?.lane.title ?? '';

function lineOf(proposal: Proposal, now: Circumstances, alikes: LookAlikes<NoteView>): BackLine {
  const { view } = now;
  const note = 'note' in proposal ? view.notes.get(proposal.note) : undefined;
  const alike = proposal.kind === 'added' ? alikes.find(proposal.words) : null;
  const hints = [
    proposal.kind === 'reworded' && proposal.meanwhile === true
      ? 'The note has changed here since the document was saved.'
      : '',
    alike ? `It says much the same as “${shortened(alike.of.text)}”.` : '',
    deedOf(proposal),
  ];
  const settled =
    proposal.kind === 'settled' || proposal.kind === 'reopened'
      ? spokenIn(view).find(({ id }) => id === proposal.remark)
      : undefined;
  const lane = proposal.kind === 'moved' ? proposal.to : proposal.kind === 'added' ? proposal.lane : null;
  return {
    ...{ proposal, problem: problemOf(proposal, now), welcome: alike === null },
    about: settled?.text ?? note?.text ?? '',
    place: lane === null ? (note?.lane?.title ?? '') : titleOf(view, lane),
    hint: hints.filter((one) => one !== '').join(' '),
  };
}

export function linesOf(proposals: readonly Proposal[], now: Circumstances): readonly BackLine[] {
  const alikes = lookAlikes([...now.view.notes.values()].filter(({ place }) => place !== 'gone'));
  return proposals.map((proposal) => lineOf(proposal, now, alikes));
}

/** `choices`: what somebody has ticked or not, by the proposals' ids. */
export const rowOf = (line: BackLine, choices: ReadonlyMap<string, boolean>): BackRow => ({
  ...line,
  ticked: line.problem === '' && (choices.get(line.proposal.id) ?? line.welcome),
});
