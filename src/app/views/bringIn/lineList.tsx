/** The lines with their lanes: looked through and put right, with the mouse or the keyboard, before anything goes. */
import { useRef, useState } from 'preact/hooks';
import type { LaneId } from '../../../workshop/ids.ts';
import type { BringIn, BroughtRow } from '../../models/bringIn/bringIn.ts';
import { keyDeed, type LaneChoice, numberKey } from './keys.ts';

interface Props {
  readonly model: BringIn;
  readonly rows: readonly BroughtRow[];
  readonly lanes: readonly LaneChoice[];
}

export function LineList({ model, rows, lanes }: Props) {
  const [chosen, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const active = Math.min(chosen, Math.max(0, rows.length - 1));

  const onKey = (event: KeyboardEvent, row: BroughtRow, index: number): void => {
    // Within a line's own choices the keys are theirs.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = keyDeed(event.key, { index, count: rows.length, lane: row.lane }, lanes);
    if (!deed) return;
    event.preventDefault();
    switch (deed.kind) {
      case 'go': {
        setActive(deed.to);
        const next = list.current?.children[deed.to];
        if (next instanceof HTMLElement) next.focus();
        return;
      }
      case 'toggle':
        model.leaveOut(row.key, !row.out);
        setSaid(row.out ? 'Taken along.' : 'Left out.');
        return;
      case 'lane':
        model.choose(row.key, deed.lane);
        setSaid(`Goes to ${lanes.find(({ id }) => id === deed.lane)?.name ?? ''}.`);
    }
  };

  return (
    <>
      <p class="hint" id="bring-keys">
        Keys: ↑ ↓ from line to line, a lane’s number or first letter to choose it, space to leave a line out.
      </p>
      <ul ref={list} class="bring-lines" aria-describedby="bring-keys" data-testid="bring-lines">
        {rows.map((row, index) => (
          <li
            key={row.key}
            class={row.out ? 'bring-line bring-out' : 'bring-line'}
            data-testid="bring-line"
            tabIndex={index === active ? 0 : -1}
            aria-label={`Line ${index + 1} of ${rows.length}${row.out ? ', left out' : ''}: ${row.text}`}
            onKeyDown={(event) => onKey(event, row, index)}
            onFocus={() => setActive(index)}
          >
            <Line model={model} row={row} lanes={lanes} inReach={index === active} />
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

interface LineProps extends Pick<Props, 'model' | 'lanes'> {
  readonly row: BroughtRow;
  /** Whether Tab reaches what is in it. */
  readonly inReach: boolean;
}

function Line({ model, row, lanes, inReach }: LineProps) {
  const tabIndex = inReach ? 0 : -1;
  return (
    <>
      <label class="bring-words">
        <input
          type="checkbox"
          checked={!row.out && row.problem === ''}
          disabled={row.problem !== ''}
          tabIndex={tabIndex}
          data-testid="bring-take"
          onChange={({ currentTarget }) => model.leaveOut(row.key, !currentTarget.checked)}
        />
        <span dir="auto">{row.text}</span>
      </label>
      {row.problem === '' && (
        <select
          class="select bring-lane"
          aria-label="Lane"
          data-testid="bring-lane"
          value={row.lane ?? ''}
          tabIndex={tabIndex}
          onChange={({ currentTarget }) => model.choose(row.key, currentTarget.value as LaneId)}
        >
          {row.lane === null && (
            <option value="" disabled>
              Choose a lane…
            </option>
          )}
          {lanes.map(({ id, name }, at) => (
            <option key={id} value={id}>
              {[numberKey(at), name].filter((one) => one !== '').join(' · ')}
            </option>
          ))}
        </select>
      )}
      <p class="bring-why" dir="auto">
        {row.problem || (
          <>
            {row.alike !== '' && <b>{row.out ? `${row.alike} Left out.` : row.alike} </b>}
            {!(row.out && row.alike !== '') && row.why}
          </>
        )}
      </p>
    </>
  );
}
