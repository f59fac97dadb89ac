/**
 * A field that saves itself: about once a second while somebody types, and when they leave it (design §3). What was
 * typed is never lost by closing the card, because leaving saves too.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds between two savings of the same field while its owner types. */
const pace = 1000;

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** An example, where the label is seen. */
  readonly placeholder?: string;
  readonly value: string;
  readonly testid: string;
  readonly maxLength: number;
  readonly lines?: number;
  readonly onSave: (text: string) => void;
}

export function SavedTextField({
  label,
  hideLabel = false,
  placeholder,
  value,
  testid,
  maxLength,
  lines = 1,
  onSave,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const unsaved = useRef<string | null>(null);
  const save = useRef(onSave);
  save.current = onSave;

  const flush = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    if (unsaved.current !== null) save.current(unsaved.current);
    unsaved.current = null;
  };
  // Before the first paint, so that there is no moment in which closing the card would forget what was typed.
  useLayoutEffect(() => flush, []);

  const onInput = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
    const text = event.currentTarget.value;
    setDraft(text);
    unsaved.current = text;
    timer.current ??= setTimeout(flush, pace);
  };
  const onBlur = () => {
    flush();
    setDraft(null);
  };
  const shared = {
    value: draft ?? value,
    maxLength,
    onInput,
    onBlur,
    dir: 'auto' as const,
    'data-testid': testid,
    placeholder: hideLabel ? label : placeholder,
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is below; the rule doesn't see through the choice of element.
    <label class="field">
      <span class={hideLabel ? 'visually-hidden' : 'caption'}>{label}</span>
      {lines > 1 ? (
        <textarea class="textarea" rows={lines} {...shared} />
      ) : (
        <input class="input" {...shared} />
      )}
    </label>
  );
}
