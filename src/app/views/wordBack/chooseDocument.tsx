/** Choosing the document: with a button, or by dropping it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { largestFile } from '../../../export/wordBack/unpack.ts';
import type { WordBack } from '../../models/wordBack/wordBack.ts';
import { takeFocus } from '../parts/takeFocus.ts';

interface Props {
  readonly model: WordBack;
  /** Why the last one was refused; empty where none was. */
  readonly refused: string;
}

export function ChooseDocument({ model, refused }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  // Refused, the next one is chosen from where the last one was.
  useLayoutEffect(() => {
    if (refused !== '') takeFocus(button.current);
  }, [refused]);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    // One byte more than may be tells that it is too large; the rest need not be read.
    const bytes = new Uint8Array(await file.slice(0, largestFile + 1).arrayBuffer());
    await model.take(file.name, bytes);
  };
  return (
    <>
      <p class="hint">
        For a Word document that was saved here and edited since, by you or by somebody you sent it to. You
        see what it would change, line by line; nothing happens before you say so.
      </p>
      <div role="alert">
        {refused !== '' && (
          <p class="callout" dir="auto" data-testid="back-refused">
            {refused}
          </p>
        )}
      </div>
      {/* Dropping is a shortcut; the button does the same. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here, and chosen with the button */}
      <div
        class={over ? 'back-drop back-over' : 'back-drop'}
        data-testid="back-drop"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <button
          ref={button}
          type="button"
          class="button button-primary"
          data-testid="back-choose"
          onClick={() => chooser.current?.click()}
        >
          Choose the document…
        </button>
        <span class="hint">or drop it here</span>
        <input
          ref={chooser}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label="A Word document (.docx)"
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          data-testid="back-file"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            void take(file);
            currentTarget.value = '';
          }}
        />
      </div>
    </>
  );
}
