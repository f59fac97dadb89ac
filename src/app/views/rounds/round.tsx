/** One closed round: what it says, word for word. */

import type { RoundContent, RoundNote } from '../../../annotations/round.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import { shortHash } from '../../models/rounds/roundMoments.ts';
import { nameIn, readingWords, shareWords } from '../../models/rounds/roundWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { inAList } from '../../models/words/wordsInWords.ts';
import { BesideNote, RoundGround } from '../ground/roundGround.tsx';
import { RelativeTime } from '../parts/relativeTime.tsx';
import { StateMark } from '../parts/stateMark.tsx';
import { lanesInOrder } from './laneNames.ts';
import type { RoundsScreenProps } from './roundsProps.ts';
import { SignOff } from './signOff.tsx';

interface Props extends RoundsScreenProps {
  readonly hash: Hash;
}

export function RoundScreen({ view, rounds, hash }: Props) {
  const reading = rounds.reading(hash).value;
  const closed = rounds.list.value.flatMap((one) => [one, ...one.beside]).find((one) => one.hash === hash);
  const content = reading.kind === 'here' ? reading.record.content : undefined;
  const there = rounds.there.list.value.find((one) => one.hash === hash);
  const shown = closed ?? there;
  return (
    <>
      <div class="round-facts">
        {shown && (
          <p class="hint">
            closed by <bdi>{inAList(shown.by.map((user) => nameIn(view, user, content)))}</bdi> ·{' '}
            <RelativeTime at={shown.at} />
          </p>
        )}
        <p class="hint">
          Fingerprint <code title={hash}>{shortHash(hash)}</code>: the same on both sides means the same
          words.
        </p>
      </div>
      {reading.kind === 'here' ? (
        <Content view={view} content={reading.record.content} />
      ) : (
        <p class={reading.kind === 'looking' ? 'hint' : 'callout'} data-testid="round-unread">
          {readingWords(reading)}
        </p>
      )}
      {there ? (
        <SignedThere rounds={rounds} hash={hash} />
      ) : (
        <SignOff
          view={view}
          rounds={rounds}
          hash={hash}
          record={reading.kind === 'here' ? reading.record : null}
        />
      )}
      {content && !there && (
        <div class="actions">
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="round-since"
            onClick={() => {
              rounds.at.value = { kind: 'changes', before: hash, after: 'now' };
            }}
          >
            What changed since
          </button>
          {content.previous && (
            <button
              type="button"
              class="button button-tertiary button-small"
              data-testid="round-before"
              onClick={() => {
                if (content.previous)
                  rounds.at.value = { kind: 'changes', before: content.previous, after: hash };
              }}
            >
              What was new in it
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** What was signed elsewhere is read here, and neither signed nor compared: its notes have other ids. */
function SignedThere({ rounds, hash }: Pick<Props, 'rounds' | 'hash'>) {
  const signed = rounds.there.signed.value.filter(({ round }) => round === hash);
  return (
    <div class="signatures" data-testid="signed-there">
      {signed.map(({ user, name, at, fits }) => (
        <p key={user} class="signature">
          <bdi>{name || 'Somebody'}</bdi> signed it there, <RelativeTime at={at} />.{' '}
          {fits
            ? 'The signature fits.'
            : 'The signature does not fit: it was changed, or made for something else.'}
        </p>
      ))}
      <p class="hint">
        It was closed on another board, whose notes are not the ones here. So it is here to be read, and not
        compared with this sheet.
      </p>
    </div>
  );
}

function Content({ view, content }: { readonly view: SheetView; readonly content: RoundContent }) {
  const { details, note, agreed, notes } = content;
  const here = notes.filter(({ state }) => state !== null);
  const lanes = lanesInOrder(view.template);
  const isIn = (lane: string) => (one: RoundNote) => one.lanes.length === 1 && one.lanes[0] === lane;
  return (
    <div class="round-content" data-testid="round-content">
      <p>
        <b dir="auto">{[details.title, details.team].filter((part) => part !== '').join(', ')}</b>
        <span class="hint">{shareWords(agreed.all)}</span>
      </p>
      {note !== '' && (
        <p class="round-word" dir="auto">
          {note}
        </p>
      )}
      <RoundGround content={content} />
      {lanes.map(({ id, title }) => (
        <LaneNotes key={id} title={title} content={content} notes={here.filter(isIn(id))} />
      ))}
      <LaneNotes
        title="In no lane, or between two"
        content={content}
        notes={here.filter((one) => !lanes.some(({ id }) => isIn(id)(one)))}
      />
    </div>
  );
}

interface LaneProps {
  readonly title: string;
  readonly content: RoundContent;
  readonly notes: readonly RoundNote[];
}

function LaneNotes({ title, content, notes }: LaneProps) {
  if (notes.length === 0) return null;
  return (
    <section class="round-lane" aria-label={title}>
      <h3 class="eyebrow">{title}</h3>
      <ul class="round-notes">
        {notes.map((note) => (
          <li key={note.id}>
            {note.state && <StateMark state={note.state} />}
            <span>
              <span dir="auto">{note.text}</span>
              <BesideNote note={note} content={content} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
