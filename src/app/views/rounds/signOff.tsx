/** Who has signed a round, how far that can be trusted, and signing it oneself after having seen what it says. */
import { useRef, useState } from 'preact/hooks';
import type { RoundRecord } from '../../../annotations/round.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import type { Signature } from '../../../annotations/signOffs.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import { counted, nameIn } from '../../models/rounds/roundWords.ts';
import { trustWords } from '../../models/rounds/trustWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { roleWords } from '../../models/words/roleWords.ts';
import { RelativeTime } from '../parts/relativeTime.tsx';
import { takeFocus } from '../parts/takeFocus.ts';

interface Props {
  readonly view: SheetView;
  readonly rounds: Rounds;
  readonly hash: Hash;
  /** Null while its words are not here: nobody signs what they can't see. */
  readonly record: RoundRecord | null;
}

export function SignOff(props: Props) {
  const { view, rounds, hash, record } = props;
  const { signing } = rounds;
  const title = useRef<HTMLHeadingElement>(null);
  const round = signing.signed.value.find((one) => one.hash === hash);
  const me = view.me.user;
  const mine = round?.signatures.find(({ user, trust }) => user === me && trust !== 'does not fit');
  const signatures = round?.signatures ?? [];
  const waiting = round?.waitingFor ?? [];
  return (
    <section class="group signing" aria-labelledby="signing-title" data-testid="signing">
      <h3 class="group-title step-title" id="signing-title" ref={title} tabIndex={-1}>
        Signatures
      </h3>
      {round?.signed && (
        <p class="callout callout-good" data-testid="all-signed">
          Signed by everybody whose agreement counts
          {round.onNewDevices.some((user) => user !== me) ? ', on a device that is new to you.' : '.'}
        </p>
      )}
      <ul class="signatures">
        {signatures.map((signature) => (
          <SignatureRow key={signature.user} view={view} rounds={rounds} signature={signature} />
        ))}
        {waiting.map((user) => (
          <li key={user} class="hint" data-testid="waiting-for">
            Waits for {user === me ? 'you' : <bdi>{nameIn(view, user)}</bdi>}
          </li>
        ))}
      </ul>
      {mine ? (
        <button
          type="button"
          class="link-button"
          data-testid="take-back"
          onClick={() => {
            signing.takeBack(hash);
            takeFocus(title.current);
          }}
        >
          Take my signature back
        </button>
      ) : (
        <Sign {...props} onSigned={() => takeFocus(title.current)} />
      )}
      {record && signatures.length > 0 && <HowFar />}
    </section>
  );
}

function Sign({ view, rounds, record, onSigned }: Props & { readonly onSigned: () => void }) {
  const { signing } = rounds;
  const [busy, setBusy] = useState(false);
  const state = signing.state.value;
  if (!record) return <p class="hint">It can be signed here once what it says has arrived.</p>;
  if (!signing.maySign())
    return (
      <p class="hint">
        {view.canWrite
          ? 'You can sign once the engineer has confirmed who you are here.'
          : 'Reload the board to sign: a newer version of Rolewright is in use here.'}
      </p>
    );
  if (state === 'looking') return null;
  if (state !== 'ready')
    return (
      <p class="callout" data-testid="no-signing">
        {state === 'denied'
          ? 'This browser keeps nothing for this page, so it has no key to sign with. Allow it to keep data here, or sign in another browser.'
          : 'This page is not served over https, and without that no browser can sign.'}
      </p>
    );
  const open = record.content.notes.filter((note) => note.state !== null && note.state !== 'agreed').length;
  const sign = async () => {
    setBusy(true);
    const done = await signing.sign(record);
    setBusy(false);
    if (done) onSigned();
  };
  return (
    <>
      <p class="hint" data-testid="sign-words">
        With your signature you say, as {view.me.role ? roleWords[view.me.role].toLowerCase() : 'yourself'}:
        these words, as they stand above, are how I understand this role.
        {open > 0 && ` ${counted(open, 'note in it is', 'notes in it are')} not agreed yet.`} What changes
        later is not signed.
      </p>
      <button
        type="button"
        class="button button-primary button-small sign-button"
        data-testid="sign"
        disabled={busy}
        onClick={() => void sign()}
      >
        {busy ? 'Signing…' : `Sign round ${record.content.number}`}
      </button>
    </>
  );
}

interface RowProps extends Pick<Props, 'view' | 'rounds'> {
  readonly signature: Signature;
}

function SignatureRow({ view, rounds, signature }: RowProps) {
  const { signing } = rounds;
  const { user, role, at, trust, device } = signature;
  const me = view.me.user;
  const words = trustWords(signature, me, signing.ownKey.value);
  const name = user === me ? 'You' : nameIn(view, user);
  return (
    <li class="signature" data-testid="signature">
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        · {roleWords[role]} · <RelativeTime at={at} />
      </p>
      <p class="hint">{trust === 'does not fit' ? words : `Signed ${words}.`}</p>
      {trust === 'new device' && user !== me && (
        <button
          type="button"
          class="link-button"
          data-testid="accept-device"
          disabled={signing.state.value !== 'ready'}
          onClick={() => void signing.accept(user, device)}
        >
          They told me it was them
        </button>
      )}
      {trust === 'new device' && user === me && signing.ownKey.value && (
        <button
          type="button"
          class="link-button"
          data-testid="vouch-device"
          onClick={() => void signing.vouch(device)}
        >
          That was me, too
        </button>
      )}
    </li>
  );
}

/** What the default can't promise. */
function HowFar() {
  return (
    <details class="settled">
      <summary>How far can a signature be trusted?</summary>
      <p class="hint">
        Each browser signs with a key of its own that nobody can copy out of it, so a signature shows that the
        same browser signed these very words. Whose browser it is, you know only once its owner has told you:
        no server checks it, and whoever may edit this board could sign with a new key in somebody’s name.
      </p>
    </details>
  );
}
