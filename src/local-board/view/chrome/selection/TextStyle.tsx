/** How the words on shapes, texts and notes look: size, colour and where they stand. Notes size their own text. */
import type { JSX } from 'preact';
import type { ItemData } from '../../../model/item.ts';
import { Icon } from '../../icons.tsx';
import { Dropdown } from './Dropdown.tsx';
import type { SectionProps } from './NoteColour.tsx';
import { inks, Swatches } from './Swatches.tsx';
import { hasStyle, setStyle, styleValue } from './styles.ts';

const sizes = [10, 12, 14, 18, 24, 36, 48, 64, 80, 144, 288];

const hasWords = ({ type }: ItemData) =>
  type === 'shape' || type === 'text' || type === 'sticky_note' || type === 'connector';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly onChoose: (value: string) => void;
}

/** A native list: it needs no drawing and everybody's keyboard knows it. */
export function Choice({ label, value, options, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {Object.entries(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function TextStyle({ board, items, opened }: SectionProps): JSX.Element | null {
  const written = items.filter(hasWords);
  if (written.length === 0) return null;
  const size = styleValue(written, 'fontSize');
  const known = [...new Set([...sizes, ...(typeof size === 'number' ? [size] : [])])].sort((a, b) => a - b);
  const set = (key: string, value: unknown) => setStyle(board, written, key, value);
  const choice = (label: string, key: string, options: Readonly<Record<string, string>>) =>
    hasStyle(written, key) && (
      <Choice
        label={label}
        value={String(styleValue(written, key))}
        options={options}
        onChoose={(value) => set(key, value)}
      />
    );
  return (
    <Dropdown
      opened={opened}
      name="text-style"
      label="Text style"
      title="Text style"
      kind="form"
      face={<Icon name="text" />}
    >
      {typeof size === 'number' && (
        <Choice
          label="Size"
          value={String(size)}
          options={Object.fromEntries(known.map((one) => [String(one), String(one)]))}
          onChoose={(value) => set('fontSize', Number(value))}
        />
      )}
      {choice('Align', 'textAlign', { left: 'Left', center: 'Centre', right: 'Right' })}
      {choice('Stand', 'textAlignVertical', { top: 'Top', middle: 'Middle', bottom: 'Bottom' })}
      {choice('Turn', 'textOrientation', { aligned: 'Along the line', horizontal: 'Level' })}
      {hasStyle(written, 'color') && (
        <div class="swatch-row">
          <Swatches
            colours={inks}
            isChosen={(name) => styleValue(written, 'color') === inks[name]}
            testid="text-colour"
            onChoose={(name) => set('color', inks[name])}
          />
        </div>
      )}
    </Dropdown>
  );
}
