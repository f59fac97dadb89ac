/**
 * Typing in an item. The browser owns what is inside while it is edited; what was typed is read once, when editing
 * ends (Escape, or the focus going elsewhere). Pasting brings text only.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { fill, linesOf, parseContent, type RichNode, serialise } from './richText.ts';

/** What an editor was left with, and whether that is what it began with, to the letter. */
export type Written = (content: string, than: 'changed' | 'same') => void;

export interface EditorProps {
  readonly content: string;
  readonly label: string;
  /** `none`: bold and its like are not offered, since they would not be kept. */
  readonly formatting?: 'some' | 'none';
  /** After each keystroke: the lines so far, for the size of the text. */
  readonly onTyped?: (lines: readonly string[]) => void;
  readonly onDone: Written;
}

/** The same way as an item's stored content is read, so both come to the same size. */
const typedLines = (element: HTMLElement): readonly string[] => linesOf(parseContent(serialise(element)));

export function Editor({ content, label, formatting = 'some', onTyped, onDone }: EditorProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  done.current = onDone;

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const nodes: readonly RichNode[] = parseContent(content);
    fill(element, nodes);
    const before = serialise(element);
    document.execCommand('defaultParagraphSeparator', false, 'p');
    element.focus({ preventScroll: true });
    const selection = window.getSelection();
    selection?.selectAllChildren(element);
    // All of it when there is something to replace or go on from: a caret at the end is what people expect.
    selection?.collapseToEnd();
    let open = true;
    const end = () => {
      if (!open) return;
      open = false;
      const after = serialise(element);
      if (after === before) done.current(content, 'same');
      else done.current(after, 'changed');
    };
    element.addEventListener('blur', end);
    return () => {
      element.removeEventListener('blur', end);
      end();
    };
    // The content at the start counts; what others write meanwhile does not move the caret.
  }, []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot grow with, centre or format its text
    <div
      ref={place}
      class="editor"
      contentEditable={formatting === 'none' ? 'plaintext-only' : true}
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      spellcheck={false}
      onInput={(event) => onTyped?.(typedLines(event.currentTarget))}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.currentTarget.closest<HTMLElement>('[data-item]')?.focus({ preventScroll: true });
        }
        // The board's own keys must not act while somebody types.
        event.stopPropagation();
      }}
      onPaste={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const text = event.clipboardData?.getData('text/plain') ?? '';
        document.execCommand('insertText', false, text);
      }}
    />
  );
}
