/** The first thing in Compare when there is something: a round to sign, or what changed since this person last agreed. */
import { lastSignedBy } from '../../../annotations/signOffs.ts';
import { sinceMyWord } from '../../models/rounds/comparing.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';

export function Since({ view, rounds }: { readonly view: SheetView; readonly rounds: Rounds }) {
  const me = view.me.user;
  const { signed } = rounds.signing;
  const waits = signed.value.findLast(
    ({ listed, signatures, waitingFor }) =>
      listed === 'the round' && waitingFor.includes(me) && signatures.some(({ user }) => user !== me),
  );
  const last = lastSignedBy(me, signed.value);
  const since = sinceMyWord(rounds, me, last?.hash ?? null);
  if (waits && waits.number > (last?.number ?? 0))
    return (
      <div class="ask since" data-testid="to-sign">
        <p>Round {waits.number} waits for your signature.</p>
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="to-sign-look"
          onClick={() => {
            rounds.at.value = { kind: 'round', hash: waits.hash };
          }}
        >
          Read it, then sign
        </button>
      </div>
    );
  if (!since) return null;
  return (
    <div class="ask since" data-testid="since">
      <p>
        {last ? `Since you signed round ${last.number}: ` : 'Since you gave your views: '}
        <b>{since.words}</b>.
      </p>
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="since-look"
        onClick={() => {
          rounds.at.value = { kind: 'changes', before: since.before, after: 'now' };
        }}
      >
        See what changed
      </button>
    </div>
  );
}
