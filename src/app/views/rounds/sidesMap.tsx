/** Both sides' views at a glance: the engineer's across somebody else's. Where they think alike lies on the diagonal. */
import { useState } from 'preact/hooks';
import type { Participant } from '../../../annotations/participants.ts';
import { type MapCell, type MapValue, stanceMap } from '../../../annotations/stanceMap.ts';
import type { Companion } from '../../models/presence/whereabouts.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { stanceWords } from '../../models/words/stanceWords.ts';
import { NoteRow } from '../notes/noteRow.tsx';
import '../styles/compare.css';

interface Props {
  readonly view: SheetView;
  readonly company: readonly Companion[];
  readonly onOpen: (note: NoteView) => void;
}

const words = (value: MapValue): string => (value === null ? 'Nothing yet' : stanceWords[value]);
const nameOf = (person: Participant): string => person.name || 'Somebody';

export function SidesMap({ view, company, onOpen }: Props) {
  const [wished, setWished] = useState('');
  const [picked, setPicked] = useState<Pick<MapCell<NoteView>, 'one' | 'other'> | null>(null);
  const one = view.participants.find(({ user }) => user === view.engineer);
  const others = view.participants.filter(
    ({ user, role, confirmed }) => user !== view.engineer && confirmed && role !== 'facilitator',
  );
  const other = others.find(({ user }) => user === wished) ?? others[0];
  if (!one || !other) return null;
  const notes = [...view.notes.values()].filter(({ place }) => place !== 'gone');
  const rows = stanceMap(notes, view.talk, { one: one.user, other: other.user });
  const shown = rows.flat().find((cell) => cell.one === picked?.one && cell.other === picked.other);
  return (
    <div class="sides-map">
      {others.length > 1 && (
        <label class="agenda-minutes">
          <span>{nameOf(one)} beside</span>
          <select
            class="select"
            value={other.user}
            onChange={({ currentTarget }) => setWished(currentTarget.value)}
          >
            {others.map((person) => (
              <option key={person.user} value={person.user}>
                {nameOf(person)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="hint" aria-hidden="true">
        <bdi>{nameOf(one)}</bdi> downwards, <bdi>{nameOf(other)}</bdi> across
      </p>
      <table data-testid="sides-map">
        <caption class="visually-hidden">
          How many notes {nameOf(one)} (rows) and {nameOf(other)} (columns) see which way
        </caption>
        <thead>
          <tr>
            <td />
            {rows[0]?.map((cell) => (
              <th key={words(cell.other)} scope="col">
                {words(cell.other)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={words(row[0]?.one ?? null)}>
              <th scope="row">{words(row[0]?.one ?? null)}</th>
              {row.map((cell) => (
                <td key={words(cell.other)}>
                  {cell.notes.length === 0 ? (
                    <span class={cell.one === cell.other ? 'map-none map-alike' : 'map-none'} />
                  ) : (
                    <button
                      type="button"
                      class={cell.one === cell.other ? 'map-some map-alike' : 'map-some'}
                      aria-pressed={cell === shown}
                      aria-label={`${nameOf(one)}: ${words(cell.one)}, ${nameOf(other)}: ${words(cell.other)}, ${cell.notes.length === 1 ? '1 note' : `${cell.notes.length} notes`}`}
                      onClick={() => setPicked(cell === shown ? null : cell)}
                    >
                      {cell.notes.length}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown && shown.notes.length > 0 ? (
        <ul class="notes" data-testid="map-notes">
          {shown.notes.map((note) => (
            <NoteRow key={note.id} note={note} company={company} onOpen={onOpen} />
          ))}
        </ul>
      ) : (
        <p class="hint">Choose a number to see its notes.</p>
      )}
    </div>
  );
}
