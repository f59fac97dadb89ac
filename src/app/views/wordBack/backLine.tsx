/** One thing that a document would do: what, about which note, by whom, and whether it is to be brought in. */
import type { Proposal } from '../../../export/wordBack/proposals.ts';
import type { BackRow } from '../../models/wordBack/rows.ts';
import { byWords, headOf } from '../../models/wordBack/words.ts';
import { RelativeTime } from '../parts/relativeTime.tsx';
import { WordChanges } from '../parts/wordChanges.tsx';

interface Props {
  readonly row: BackRow;
  readonly onTick: (ticked: boolean) => void;
}

export function BackLine({ row, onTick }: Props) {
  const { proposal, place, hint, ticked, problem } = row;
  return (
    <li class={ticked ? 'back-line' : 'back-line back-out'} data-testid={`back-${proposal.kind}`}>
      <label class="back-tick">
        <input
          type="checkbox"
          checked={ticked}
          disabled={problem !== ''}
          data-testid="back-take"
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        <span>
          <b>{headOf(proposal)}</b>
          {place !== '' && (
            <span class="back-place" dir="auto">
              {' '}
              · {proposal.kind === 'moved' ? `to ${place}` : place}
            </span>
          )}
        </span>
      </label>
      <Words row={row} />
      {'by' in proposal && (
        <p class="back-why">
          <bdi>{byWords(proposal.by)}</bdi>, in the document
          {proposal.at !== '' && (
            <>
              {' '}
              <RelativeTime at={proposal.at} />
            </>
          )}
        </p>
      )}
      {(problem || hint) !== '' && (
        <p class="back-why" dir="auto">
          {problem || hint}
        </p>
      )}
    </li>
  );
}

const About = ({ words }: { readonly words: string }) => (
  <p class="back-about" dir="auto">
    {words}
  </p>
);

function Words({ row: { proposal, about } }: Pick<Props, 'row'>) {
  return wordsOf(proposal, about);
}

function wordsOf(proposal: Proposal, about: string) {
  switch (proposal.kind) {
    case 'reworded':
      return <WordChanges before={about} after={proposal.words} />;
    case 'added':
      return (
        <p class="back-words" dir="auto">
          {proposal.words}
        </p>
      );
    case 'remark':
      return (
        <>
          <About words={about} />
          <p class="back-words" dir="auto">
            {proposal.words}
          </p>
        </>
      );
    case 'taken-out':
    case 'accepted':
    case 'rejected':
    case 'moved':
    case 'settled':
    case 'reopened':
      return <About words={about} />;
  }
}
