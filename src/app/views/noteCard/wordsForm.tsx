/** One field, send and cancel. What is typed is kept as a draft until it is sent or cancelled. */
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Mention } from '../../../annotations/desk.ts';
import type { Drafts } from '../../models/talk/drafts.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { useDraft } from './useDraft.ts';
import { useMentions } from './useMentions.tsx';

/** Below Miro's limit of 6,000 characters a sticky, with room for its markup. */
const longestNote = 5800;
const nobody: readonly Mention[] = [];

interface Props {
  readonly drafts: Drafts;
  /** Unique for the place in which it is typed. */
  readonly draftKey: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly start?: string;
  readonly send: string;
  readonly sending?: string;
  readonly testid: string;
  readonly lines?: number;
  /** Of what is typed. */
  readonly longest?: number;
  /** Who can be named with an @. */
  readonly people?: readonly Mention[];
  /** Whether a plain Enter sends, as on a sticky; otherwise Ctrl or ⌘ with it. */
  readonly enterSends?: boolean;
  /** What stands below it all about the words as they are typed, where it moves nothing. */
  readonly below?: (text: string) => ComponentChild;
  /** Resolves to false when it could not be sent: the words then stay in the field. */
  readonly onSend: (text: string) => Promise<boolean> | boolean;
  readonly onClose: () => void;
}

export function WordsForm(props: Props) {
  const { drafts, draftKey, label, hideLabel = false, start = '', send, sending = send, testid } = props;
  const { lines = 3, longest = longestNote, people = nobody } = props;
  const draft = useDraft(drafts, draftKey, start);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const mentions = useMentions({ people, text: draft.text, field, write: draft.write });
  const [busy, setBusy] = useState(false);
  const words = draft.text.trim();
  const ready = words !== '' && words !== start.trim() && !busy;

  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    const sent = await props.onSend(words);
    setBusy(false);
    if (!sent) return;
    draft.clear();
    props.onClose();
  };
  const cancel = () => {
    draft.clear();
    props.onClose();
  };
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (mentions.onKey(event)) return;
        // Escape closes the form and keeps the words: they are there when it opens again. What is around it stays.
        if (event.key === 'Escape' && !event.isComposing) {
          event.preventDefault();
          props.onClose();
        }
        const sends = event.ctrlKey || event.metaKey || (props.enterSends === true && !event.shiftKey);
        if (event.key === 'Enter' && sends && !event.isComposing) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <label class="field">
        <span class={hideLabel ? 'visually-hidden' : 'caption'}>{label}</span>
        <textarea
          class="textarea"
          rows={lines}
          dir="auto"
          maxLength={longest}
          value={draft.text}
          disabled={busy}
          placeholder={hideLabel ? label : people.length > 0 ? 'Type @ to name somebody' : undefined}
          data-testid={testid}
          ref={(element) => {
            field.current = element;
            focusOnce(element);
          }}
          {...(people.length > 0 ? mentions.attributes : {})}
          onInput={({ currentTarget }) => {
            draft.write(currentTarget.value);
            mentions.follow();
          }}
          onBlur={mentions.leave}
        />
      </label>
      {people.length > 0 && mentions.list}
      {drafts.atRisk() && (
        <p class="hint" data-testid="draft-at-risk">
          This browser keeps no unsent words. Send them before you close this.
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button button-primary button-small" disabled={!ready}>
          {busy ? sending : send}
        </button>
        <button type="button" class="button button-tertiary button-small" onClick={cancel}>
          Cancel
        </button>
      </div>
      {props.below?.(draft.text)}
    </form>
  );
}

const focused = new WeakSet<Element>();

/** A form that has just been opened is where the person wants to type; later renders leave the focus alone. */
function focusOnce(field: HTMLTextAreaElement | null): void {
  if (!field || focused.has(field)) return;
  focused.add(field);
  if (takeFocus(field)) field.setSelectionRange(field.value.length, field.value.length);
}
