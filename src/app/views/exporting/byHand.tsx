/** What could not be copied, to be selected and copied by hand, or opened in a tab of its own. */
import { useRef } from 'preact/hooks';
import type { Exports } from '../../models/exporting/exports.ts';
import type { RichText } from '../../models/platform.ts';

interface Props {
  readonly exports: Exports;
  readonly rich: RichText;
}

export function ByHand({ exports, rich }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const selectAll = () => {
    const inside = frame.current?.contentWindow;
    if (!inside) return;
    inside.focus();
    inside.document.getSelection()?.selectAllChildren(inside.document.body);
    // Old, but where the clipboard is denied to the frame this may still be allowed to a click.
    inside.document.execCommand('copy');
  };
  return (
    <div class="by-hand" data-testid="copy-by-hand">
      <p class="caption">
        Copying is blocked here. Select it all and copy it with your keyboard, or open it in a tab and copy it
        there.
      </p>
      {/* Its own document, so that selecting all takes this and nothing else; nothing runs in it. */}
      <iframe
        ref={frame}
        class="by-hand-text"
        title="The document to copy"
        sandbox="allow-same-origin"
        srcdoc={`<!doctype html><meta charset="utf-8"><title>The document to copy</title>${rich.html}`}
      />
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="select-all"
          onClick={selectAll}
        >
          Select all
        </button>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="open-tab"
          onClick={() => exports.openByHand()}
        >
          Open in a tab
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          onClick={() => exports.closeByHand()}
        >
          Close
        </button>
      </div>
    </div>
  );
}
