/**
 * Naming people while one writes: an `@` opens a list of who is on the sheet. Arrows choose, Enter or Tab takes, Escape
 * closes the list alone; the focus stays in the text.
 */
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Mention } from '../../../annotations/desk.ts';
import '../styles/talking.css';

/** As many as can be seen at once; who types on finds the rest. */
const mostShown = 6;

interface Options {
  readonly people: readonly Mention[];
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly write: (text: string) => void;
}

/** What is typed after an @ before the cursor, and where that @ stands. */
export function asked(text: string, cursor: number): { readonly at: number; readonly words: string } | null {
  const found = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,40})$/u.exec(text.slice(0, cursor));
  return found ? { at: cursor - (found[1] ?? '').length - 1, words: found[1] ?? '' } : null;
}

/** Any word of a name may be what somebody is called by. */
export function fitting(people: readonly Mention[], words: string): readonly Mention[] {
  const wanted = words.trim().toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const known = name.toLocaleLowerCase();
      return known.startsWith(wanted) || known.split(/\s+/).some((word) => word.startsWith(wanted));
    })
    .slice(0, mostShown);
}

export function useMentions({ people, text, field, write }: Options) {
  const id = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const [place, setPlace] = useState(0);
  const after = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (after.current === null) return;
    field.current?.setSelectionRange(after.current, after.current);
    after.current = null;
  });
  const question = cursor === null ? null : asked(text, cursor);
  const found = question ? fitting(people, question.words) : [];
  // A whole name that stands there already asks for nothing.
  const open = found.length > 0 && !(found.length === 1 && question?.words.startsWith(found[0]?.name ?? ''));
  const chosen = Math.min(place, found.length - 1);

  const take = (one: Mention | undefined): void => {
    if (!one || !question || cursor === null) return;
    const start = `${text.slice(0, question.at)}@${one.name} `;
    after.current = start.length;
    write(start + text.slice(cursor).replace(/^ /, ''));
    setCursor(null);
    field.current?.focus();
  };
  const follow = (): void => {
    const now = field.current?.selectionStart ?? null;
    setCursor(now);
  };

  return {
    open,
    follow(): void {
      setPlace(0);
      follow();
    },
    leave: () => setCursor(null),
    /** True when the key was for the list. */
    onKey(event: KeyboardEvent): boolean {
      if (!open || event.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setPlace((chosen + step + found.length) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') take(found[chosen]);
      else if (event.key === 'Escape') setCursor(null);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    attributes: {
      'aria-autocomplete': 'list' as const,
      'aria-haspopup': 'listbox' as const,
      'aria-controls': id,
      ...(open ? { 'aria-activedescendant': `${id}-${chosen}` } : {}),
    },
    list: (
      <>
        <span class="visually-hidden" role="status">
          {open
            ? `${found.length === 1 ? '1 person' : `${found.length} people`}; arrows choose, Enter takes.`
            : ''}
        </span>
        <div id={id} role="listbox" aria-label="People on this sheet" class="mention-list" hidden={!open}>
          {open &&
            found.map((one, index) => (
              // The field has the focus and the keys; a pointer may choose as well.
              <div
                key={one.user}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                class="mention-option"
                data-testid="mention-option"
                dir="auto"
                onMouseDown={(event) => {
                  event.preventDefault();
                  take(one);
                }}
              >
                {one.name}
              </div>
            ))}
        </div>
      </>
    ),
  };
}
