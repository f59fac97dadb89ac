/** The colour of the selected sticky notes. */
import type { JSX } from 'preact';
import type { ItemData, StickyNoteData } from '../../../model/item.ts';
import type { Board } from '../../board.ts';
import { stickyColours } from '../../content/colours.ts';
import { Dropdown, type Opened } from './Dropdown.tsx';
import { Swatch, Swatches } from './Swatches.tsx';

export interface SectionProps {
  readonly board: Board;
  readonly items: readonly ItemData[];
  readonly opened: Opened;
}

export function NoteColour({ board, items, opened }: SectionProps): JSX.Element | null {
  const notes = items.filter((item): item is StickyNoteData => item.type === 'sticky_note');
  const [first] = notes;
  if (!first) return null;
  const { fillColor } = first.style;
  return (
    <Dropdown
      opened={opened}
      name="colour"
      label={`Colour: ${fillColor.replace(/_/g, ' ')}`}
      title="Colours"
      face={<Swatch colour={(stickyColours as Readonly<Record<string, string>>)[fillColor]} />}
    >
      <Swatches
        colours={stickyColours}
        isChosen={(name) => notes.every(({ style }) => style.fillColor === name)}
        testid="colour"
        onChoose={(name) => {
          board.edits.recolour(name);
          opened.toggle('colour');
        }}
      />
    </Dropdown>
  );
}
