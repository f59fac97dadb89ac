/** A button of the selection bar that opens something below or above the bar; one at a time is open. */
import type { ComponentChildren, JSX } from 'preact';

export interface Opened {
  /** Name of the one that is open. */
  readonly which: string | null;
  readonly toggle: (name: string) => void;
  readonly side: 'above' | 'below';
}

export interface DropdownProps {
  readonly opened: Opened;
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly face: ComponentChildren;
  readonly children: ComponentChildren;
  readonly kind?: 'palette' | 'form';
}

export function Dropdown({
  opened,
  name,
  label,
  title,
  face,
  children,
  kind = 'palette',
}: DropdownProps): JSX.Element {
  const open = opened.which === name;
  return (
    <div class="dropdown">
      <button
        type="button"
        class="tool"
        aria-label={label}
        title={title}
        aria-expanded={open}
        data-testid={name}
        onClick={() => opened.toggle(name)}
      >
        {face}
      </button>
      {open && (
        <fieldset
          class={`${kind} ${opened.side}`}
          aria-label={title}
          data-testid={`${name}-menu`}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            opened.toggle(name);
          }}
        >
          {children}
        </fieldset>
      )}
    </div>
  );
}
