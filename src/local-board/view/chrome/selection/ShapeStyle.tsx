/** Fill and border of shapes, the ground of frames and texts, the theme of cards. */
import type { JSX } from 'preact';
import type { ItemData } from '../../../model/item.ts';
import { Icon } from '../../icons.tsx';
import { Dropdown } from './Dropdown.tsx';
import type { SectionProps } from './NoteColour.tsx';
import { fills, inks, Swatch, Swatches } from './Swatches.tsx';
import { hasStyle, setStyle, styleValue } from './styles.ts';
import { Choice } from './TextStyle.tsx';

/** An app's card is the app's to change. */
const paintable = ({ type }: ItemData) => ['shape', 'text', 'frame', 'card'].includes(type);

export const strokes = { normal: 'Solid', dashed: 'Dashed', dotted: 'Dotted' };

export const widths = (now: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new Set([1, 2, 4, 8, 16, ...(typeof now === 'number' ? [now] : [])])]
      .sort((a, b) => a - b)
      .map((width) => [String(width), String(width)]),
  );

export function ShapeStyle({ board, items, opened }: SectionProps): JSX.Element | null {
  const painted = items.filter(paintable);
  if (painted.length === 0) return null;
  const key = hasStyle(painted, 'fillColor') ? 'fillColor' : 'cardTheme';
  const palette = key === 'fillColor' ? fills : inks;
  const now = styleValue(painted, key);
  const border = styleValue(painted, 'borderColor');
  const set = (name: string, value: unknown) => setStyle(board, painted, name, value);
  return (
    <>
      <Dropdown
        opened={opened}
        name="fill"
        label="Fill colour"
        title="Fill colours"
        face={<Swatch colour={typeof now === 'string' ? now : undefined} />}
      >
        <Swatches
          colours={palette}
          isChosen={(name) => now === palette[name]}
          testid="fill"
          onChoose={(name) => {
            set(key, palette[name]);
            opened.toggle('fill');
          }}
        />
      </Dropdown>
      {typeof border === 'string' && (
        <Dropdown
          opened={opened}
          name="border"
          label="Border"
          title="Border"
          kind="form"
          face={<Icon name="rectangle" />}
        >
          <Choice
            label="Width"
            value={String(styleValue(painted, 'borderWidth'))}
            options={{ 0: 'None', ...widths(styleValue(painted, 'borderWidth')) }}
            onChoose={(value) => set('borderWidth', Number(value))}
          />
          <Choice
            label="Line"
            value={String(styleValue(painted, 'borderStyle'))}
            options={strokes}
            onChoose={(value) => set('borderStyle', value)}
          />
          <div class="swatch-row">
            <Swatches
              colours={inks}
              isChosen={(name) => border === inks[name]}
              testid="border-colour"
              onChoose={(name) => set('borderColor', inks[name])}
            />
          </div>
        </Dropdown>
      )}
    </>
  );
}
