/** Who has answered, and what, as far as this person may see it. */
import type { Side } from '../../../annotations/whyNow/sides.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { horizonWords, nameOf, situationWords } from '../../models/whyNow/words.ts';
import { roleWords } from '../../models/words/roleWords.ts';
import { RelativeTime } from '../parts/relativeTime.tsx';

interface Props {
  readonly sides: readonly Side[];
  readonly me: string;
  /** Whether all are shown. */
  readonly shown: boolean;
}

/** Peers who have not answered are not waited for, so nothing is said of them. */
const isTold = ({ person, done }: Side): boolean => person.counts || done;

export function WhatWasSaid({ sides, me, shown }: Props) {
  return (
    <ul class="said-list" data-testid="why-now-said">
      {sides.filter(isTold).map((side) => (
        <li key={side.person.user} class="said" data-testid={`why-now-of-${side.person.user}`}>
          <span class="view-who" dir="auto">
            {nameOf(side)}
            {side.person.role && ` · ${roleWords[side.person.role]}`}
            {!side.person.confirmed && ', not confirmed'}
            {side.person.user === me && ' · you'}
          </span>
          <Said side={side} shown={shown} />
        </li>
      ))}
    </ul>
  );
}

function Said({ side: { answer, done }, shown }: { readonly side: Side; readonly shown: boolean }) {
  if (!answer) {
    if (done && shown) return <span class="hint">Answered, in a way this version can’t read.</span>;
    return <span class="hint">{done ? 'Has answered' : 'Not yet'}</span>;
  }
  const sign = cleanLine(answer.sign);
  return (
    <>
      <b dir="auto">{situationWords(answer)}</b>
      <span dir="auto">Takes {horizonWords(answer)}</span>
      {sign && (
        <span dir="auto">
          <span class="hint">First sign: </span>
          {sign}
        </span>
      )}
      {answer.changedAt && (
        <span class="hint">
          Changed after it was shown, <RelativeTime at={answer.changedAt} />
        </span>
      )}
    </>
  );
}
