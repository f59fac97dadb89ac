/**
 * What the context menu offers beside the apps' actions: the usual things a hand can do, as a list. An entry says when
 * it is there and what it does; nothing here knows how a menu looks.
 */
import type { Board } from '../board.ts';
import type { OpenMenu } from './menu.ts';

/** What the list depends on. */
export interface Situation {
  readonly count: number;
  /** How many of them are frames, which have no layer. */
  readonly frames: number;
  readonly readOnly: boolean;
  readonly mayGroup: boolean;
  readonly mayUngroup: boolean;
  /** Items that were copied in this window. */
  readonly copied: boolean;
  readonly empty: boolean;
}

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** As a person reads it; the keyboard itself is in shortcuts.ts. */
  readonly keys?: string;
  /** Entries of one group stand together. */
  readonly group: 'clipboard' | 'layers' | 'board' | 'remove';
  /** Whether it is in the menu. */
  readonly fits: (about: Situation) => boolean;
  /** Whether it can be chosen; default: always. */
  readonly can?: (about: Situation) => boolean;
  readonly run: (board: Board, menu: OpenMenu) => void;
}

const onItems = ({ count }: Situation) => count > 0;
const writing = ({ count, readOnly }: Situation) => count > 0 && !readOnly;
const onBoard = ({ count }: Situation) => count === 0;

/** The page's own copy and cut, so that the clipboard gets what the keys would give it. */
function send(command: 'copy' | 'cut'): void {
  // Without it browsers copy only where text is selected.
  const allow = (event: Event) => event.preventDefault();
  document.addEventListener(`before${command}`, allow);
  try {
    // Deprecated, and still the one way to send items in a format of our own from a menu.
    document.execCommand(command);
  } finally {
    document.removeEventListener(`before${command}`, allow);
  }
}

export const menuEntries: readonly MenuEntry[] = [
  {
    id: 'copy',
    label: 'Copy',
    keys: 'Ctrl+C',
    group: 'clipboard',
    fits: onItems,
    run: () => send('copy'),
  },
  {
    id: 'cut',
    label: 'Cut',
    keys: 'Ctrl+X',
    group: 'clipboard',
    fits: writing,
    run: () => send('cut'),
  },
  {
    id: 'paste',
    label: 'Paste here',
    keys: 'Ctrl+V',
    group: 'clipboard',
    fits: ({ readOnly }) => !readOnly,
    can: ({ copied }) => copied,
    run({ edits, menu }, { on }) {
      const items = menu.copied();
      if (items) edits.paste(items, on);
    },
  },
  {
    id: 'duplicate',
    label: 'Duplicate',
    keys: 'Ctrl+D',
    group: 'clipboard',
    fits: writing,
    run: ({ edits }) => edits.duplicate(),
  },
  {
    id: 'front',
    label: 'Bring to front',
    group: 'layers',
    fits: writing,
    can: ({ count, frames }) => frames < count,
    run: ({ edits }) => edits.restack('front'),
  },
  {
    id: 'back',
    label: 'Send to back',
    group: 'layers',
    fits: writing,
    can: ({ count, frames }) => frames < count,
    run: ({ edits }) => edits.restack('back'),
  },
  {
    id: 'group',
    label: 'Group',
    keys: 'Ctrl+G',
    group: 'layers',
    fits: ({ mayGroup }) => mayGroup,
    run: ({ grouping }) => grouping.group(),
  },
  {
    id: 'ungroup',
    label: 'Ungroup',
    keys: 'Ctrl+Shift+G',
    group: 'layers',
    fits: ({ mayUngroup }) => mayUngroup,
    run: ({ grouping }) => grouping.ungroup(),
  },
  {
    id: 'add-note',
    label: 'New sticky note',
    keys: 'N',
    group: 'board',
    fits: (about) => onBoard(about) && !about.readOnly,
    run: ({ edits }, { on }) => edits.add('sticky_note', on),
  },
  {
    id: 'select-all',
    label: 'Select all',
    keys: 'Ctrl+A',
    group: 'board',
    fits: onBoard,
    can: ({ empty }) => !empty,
    run({ state }) {
      state.selection.value = state.inLine(state.items.ids());
    },
  },
  {
    id: 'fit',
    label: 'Zoom to fit',
    keys: '1',
    group: 'board',
    fits: onBoard,
    can: ({ empty }) => !empty,
    run: ({ looking }) => void looking.fit(),
  },
  {
    id: 'delete',
    label: 'Delete',
    keys: 'Del',
    group: 'remove',
    fits: writing,
    run: ({ edits }) => edits.removeSelected(),
  },
];

const groups = ['clipboard', 'layers', 'board', 'remove'] as const;

export interface OfferedEntry extends MenuEntry {
  readonly disabled: boolean;
}

/** Groups in the order to show; none is empty. */
export const entriesFor = (about: Situation): readonly (readonly OfferedEntry[])[] =>
  groups
    .map((group) =>
      menuEntries
        .filter((entry) => entry.group === group && entry.fits(about))
        .map((entry) => ({ ...entry, disabled: entry.can ? !entry.can(about) : false })),
    )
    .filter((entries) => entries.length > 0);
