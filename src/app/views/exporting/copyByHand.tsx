/** Text to select and copy, where the browser keeps the app from the clipboard. */
interface Props {
  readonly text: string;
  readonly rows: number;
}

export function CopyByHand({ text, rows }: Props) {
  return (
    <label class="field">
      <span class="caption">Copying is blocked here. Select the text and copy it:</span>
      <textarea
        class="textarea"
        rows={rows}
        readOnly
        value={text}
        data-testid="copy-fallback"
        onFocus={(event) => event.currentTarget.select()}
      />
    </label>
  );
}
