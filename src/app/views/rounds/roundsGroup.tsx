/** The closed rounds of a sheet, newest first, and the way to close another. */
import { useState } from 'preact/hooks';
import type { ClosedRound, NumberedRound } from '../../../annotations/numberedRounds.ts';
import type { RoundsPlace } from '../../models/rounds/roundMoments.ts';
import { shortHash } from '../../models/rounds/roundMoments.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import { counted, nameIn, roundTitle, shareWords, whyNotClose } from '../../models/rounds/roundWords.ts';
import { signedWords } from '../../models/rounds/trustWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { inAList } from '../../models/words/wordsInWords.ts';
import { NextTalk } from '../agenda/nextTalk.tsx';
import { lazyView } from '../parts/lazyView.tsx';
import { RelativeTime } from '../parts/relativeTime.tsx';
import { Trend } from './trend.tsx';
import '../styles/rounds.css';

const RoundsElsewhere = lazyView(
  async () => (await import('../brought/roundsElsewhere.tsx')).RoundsElsewhere,
);

interface Props {
  readonly view: SheetView;
  readonly rounds: Rounds;
}

/** The id of the button that opens a place, so that the focus finds the way back. */
export function openerOf(place: RoundsPlace): string {
  if (place.kind === 'round') return `round-${place.hash}`;
  return place.kind === 'close' ? 'round-close' : 'rounds-compare';
}

/** So many show at once; each one's figures take a look at a document of its own. */
const shownAtOnce = 3;

export function RoundsGroup({ view, rounds }: Props) {
  const [all, setAll] = useState(false);
  const list = rounds.list.value.toReversed();
  const elsewhere = rounds.there.list.value.length;
  if (list.length + elsewhere + rounds.signing.signed.value.length === 0 && view.total === 0) return null;
  const shown = all ? list : list.slice(0, shownAtOnce);
  const whyNot = whyNotClose(view);
  const [last] = list;
  return (
    <section class="group rounds" aria-labelledby="rounds-title" data-testid="rounds">
      <h2 class="group-title step-title" id="rounds-title" tabIndex={-1}>
        Rounds {list.length > 0 && <span class="figure">{list.length}</span>}
      </h2>
      {list.length === 0 && (
        <p class="hint">
          A round keeps the sheet as it is at one moment, with everybody’s view, so that you can see later
          what changed.
        </p>
      )}
      <ol class="round-list">
        <Unheard view={view} rounds={rounds} />
        {shown.map((round) => (
          <RoundRow key={round.hash} view={view} rounds={rounds} round={round} />
        ))}
      </ol>
      {shown.length < list.length && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {counted(list.length - shown.length, 'earlier round', 'earlier rounds')}
        </button>
      )}
      {elsewhere > 0 && <RoundsElsewhere view={view} rounds={rounds} />}
      {rounds.vault === null ? (
        <p class="hint" data-testid="no-rounds-here">
          Rounds can’t be closed or checked here: this page is not served over https.
        </p>
      ) : (
        <div class="actions">
          {whyNot === null && (
            <button
              type="button"
              id="round-close"
              class="button button-secondary button-small"
              data-testid="round-close"
              disabled={rounds.now.value === null}
              onClick={() => {
                rounds.at.value = { kind: 'close' };
              }}
            >
              Close round {rounds.nextNumber.value}…
            </button>
          )}
          {last && (
            <button
              type="button"
              id="rounds-compare"
              class="button button-tertiary button-small"
              data-testid="rounds-compare"
              onClick={() => {
                rounds.at.value = { kind: 'changes', before: last.hash, after: 'now' };
              }}
            >
              What changed since
            </button>
          )}
        </div>
      )}
      {whyNot !== null && <p class="hint">{whyNot}</p>}
      <Trend view={view} rounds={rounds} />
      <NextTalk view={view} rounds={rounds} />
    </section>
  );
}

function RoundRow({ view, rounds, round }: Props & { readonly round: NumberedRound }) {
  return (
    <>
      <Row view={view} rounds={rounds} round={round} />
      {round.beside.map((twin) => (
        <Row key={twin.hash} view={view} rounds={rounds} round={twin} beside={true} />
      ))}
    </>
  );
}

interface RowProps extends Props {
  readonly round: ClosedRound;
  readonly beside?: boolean;
}

function Row({ view, rounds, round, beside = false }: RowProps) {
  const reading = rounds.reading(round.hash).value;
  const content = reading.kind === 'here' ? reading.record.content : undefined;
  const names = round.by.map((user) => nameIn(view, user, content));
  return (
    <li class="round" data-testid="round">
      <button
        type="button"
        id={`round-${round.hash}`}
        class="round-open"
        onClick={() => {
          rounds.at.value = { kind: 'round', hash: round.hash };
        }}
      >
        <b>{roundTitle(rounds.list.value, round.hash)}</b>
        <span class="round-share">{content ? shareWords(content.agreed.all) : ''}</span>
        <span class="round-by">
          closed by <bdi>{inAList(names)}</bdi> · <RelativeTime at={round.at} /> ·{' '}
          <code title={`Fingerprint: ${round.hash}`}>{shortHash(round.hash)}</code>
        </span>
        <Signed view={view} rounds={rounds} hash={round.hash} />
        {beside && <span class="round-by">Closed at the same time as the other one.</span>}
        {reading.kind === 'missing' && <span class="round-by">Not in this browser yet.</span>}
        {reading.kind === 'unreadable' && <span class="round-by">Can’t be read here.</span>}
      </button>
    </li>
  );
}

function Signed({ view, rounds, hash }: Props & { readonly hash: string }) {
  const signed = rounds.signing.signed.value.find((one) => one.hash === hash);
  const words = signed && signedWords(signed, view.me.user, (user) => nameIn(view, user));
  return words ? (
    <span class="round-signed" data-testid="round-signed" dir="auto">
      {words}
    </span>
  ) : null;
}

/** Signed by somebody, while nothing has told this browser of such a round. */
function Unheard({ view, rounds }: Props) {
  const missing = rounds.signing.signed.value.filter(({ listed }) => listed === 'missing');
  return (
    <>
      {missing.map(({ hash, number }) => (
        <li key={hash} class="round round-unheard" data-testid="round-unheard">
          <b>A round {number}</b> <code title={hash}>{shortHash(hash)}</code>
          <Signed view={view} rounds={rounds} hash={hash} />
          <span class="round-by">The round itself has not arrived in this browser yet.</span>
        </li>
      ))}
    </>
  );
}
