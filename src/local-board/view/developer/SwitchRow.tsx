/** One switch: what it does, how it stands, and the field to change it. */
import type { JSX } from 'preact';
import { rangeOf } from '../../switches.ts';
import type { DeveloperFacts, SwitchFact } from './developerFacts.ts';
import { switchWords } from './switchWords.ts';

interface RowProps {
  readonly fact: SwitchFact;
  readonly facts: DeveloperFacts;
}

function Field({ fact, facts }: RowProps): JSX.Element {
  const { name, value } = fact;
  const range = rangeOf(name);
  const id = `switch-${name}`;
  const note = `${id}-note`;
  if ('words' in range)
    return (
      <select
        id={id}
        value={value}
        aria-describedby={note}
        data-testid={id}
        onChange={(event) => facts.set(name, event.currentTarget.value)}
      >
        {range.words.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    );
  return (
    <input
      id={id}
      type="number"
      value={value}
      min={0}
      max={range.most}
      step={range.most === 1 ? 0.05 : 'any'}
      aria-describedby={note}
      data-testid={id}
      onChange={(event) => {
        const field = event.currentTarget;
        // What is no value of this switch is put back to what it was.
        if (!facts.set(name, field.value)) field.value = value;
      }}
    />
  );
}

export function SwitchRow({ fact, facts }: RowProps): JSX.Element {
  const { name, value, usual, everybodys } = fact;
  const notes = [
    ...(value !== usual ? [`usually ${usual}`] : []),
    ...(everybodys === usual ? [] : [`set to ${everybodys} for everybody on this server`]),
  ];
  return (
    <div class="switch" data-changed={value === usual ? undefined : 'yes'}>
      <label for={`switch-${name}`}>{switchWords[name].what}</label>
      <Field fact={fact} facts={facts} />
      <p id={`switch-${name}-note`}>
        <code>{name}</code>
        {notes.map((note) => ` · ${note}`).join('')}
      </p>
    </div>
  );
}
