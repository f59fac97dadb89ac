/** One of a few, by radio buttons, each with what it means. */
import type { ComponentChildren } from 'preact';
import '../styles/options.css';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly meaning?: string;
}

interface Props<Id extends string> {
  readonly legend: string;
  /** Unique on the screen. */
  readonly name: string;
  readonly options: readonly Option<Id>[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id) => void;
  /** Side by side, where each is short. */
  readonly inTwo?: boolean;
  /** Below them. */
  readonly children?: ComponentChildren;
}

export function Options<Id extends string>(props: Props<Id>) {
  const { legend, name, options, chosen, onChoose, inTwo = false, children } = props;
  return (
    <fieldset class={inTwo ? 'options options-two' : 'options'}>
      <legend class="caption">{legend}</legend>
      {options.map(({ id, title, meaning }) => (
        <label key={id} class="option">
          <input
            type="radio"
            name={name}
            value={id}
            checked={chosen === id}
            data-testid={`${name}-${id}`}
            onChange={() => onChoose(id)}
          />
          <b>{title}</b>
          {meaning && <span>{meaning}</span>}
        </label>
      ))}
      {children}
    </fieldset>
  );
}
