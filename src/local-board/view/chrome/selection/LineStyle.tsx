/** How the selected connectors run and look. */
import type { JSX } from 'preact';
import type { ConnectorData } from '../../../model/item.ts';
import { strokeCaps } from '../../../model/names.ts';
import { Icon } from '../../icons.tsx';
import { Dropdown } from './Dropdown.tsx';
import type { SectionProps } from './NoteColour.tsx';
import { strokes, widths } from './ShapeStyle.tsx';
import { inks, Swatches } from './Swatches.tsx';
import { setStyle } from './styles.ts';
import { Choice } from './TextStyle.tsx';

const shapes = { straight: 'Straight', elbowed: 'Elbowed', curved: 'Curved' };
const caps = Object.fromEntries(
  strokeCaps.map((name) => {
    const words = name.replace(/^erd/, 'ERD').replace(/_/g, ' ');
    return [name, words.charAt(0).toUpperCase() + words.slice(1)];
  }),
);

export function LineStyle({ board, items, opened }: SectionProps): JSX.Element | null {
  const lines = items.filter((item): item is ConnectorData => item.type === 'connector');
  const [first] = lines;
  if (!first) return null;
  const { style } = first;
  const set = (key: string, value: unknown) => setStyle(board, lines, key, value);
  return (
    <Dropdown
      opened={opened}
      name="line-style"
      label="Line style"
      title="Line style"
      kind="form"
      face={<Icon name="line" />}
    >
      <Choice
        label="Shape"
        value={first.shape}
        options={shapes}
        onChoose={(shape) =>
          board.edits.change(
            'That could not be changed.',
            lines.map(({ id }) => ({ id, shape })),
          )
        }
      />
      <Choice
        label="Start"
        value={style.startStrokeCap}
        options={caps}
        onChoose={(cap) => set('startStrokeCap', cap)}
      />
      <Choice
        label="End"
        value={style.endStrokeCap}
        options={caps}
        onChoose={(cap) => set('endStrokeCap', cap)}
      />
      <Choice
        label="Line"
        value={style.strokeStyle}
        options={strokes}
        onChoose={(stroke) => set('strokeStyle', stroke)}
      />
      <Choice
        label="Width"
        value={String(style.strokeWidth)}
        options={widths(style.strokeWidth)}
        onChoose={(width) => set('strokeWidth', Number(width))}
      />
      <div class="swatch-row">
        <Swatches
          colours={inks}
          isChosen={(name) => style.strokeColor === inks[name]}
          testid="line-colour"
          onChoose={(name) => set('strokeColor', inks[name])}
        />
      </div>
    </Dropdown>
  );
}
