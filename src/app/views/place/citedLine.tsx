/** On a note's card: the line of the ladder that the note is about, and choosing one. */
import { useState } from 'preact/hooks';
import type { Citation } from '../../../annotations/place/placeDesk.ts';
import {
  type LadderLine,
  type LineWords,
  levelOf,
  linesOf,
  wordsOf,
} from '../../../workshop/ladder/ladder.ts';
import type { Place } from '../../models/place/place.ts';
import { placePart } from '../../models/place/placePart.ts';
import { nameOf } from '../../models/place/placeWords.ts';
import type { NoteView } from '../../models/sheet/sheetView.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import type { PlaceProps } from './placeProps.ts';
import '../styles/place.css';

interface Props extends PlaceProps {
  readonly note: NoteView;
}

/** `Staff, influence` */
const nameOfLine = ({ level, dimension }: LineWords): string =>
  dimension ? `${level} · ${dimension}` : level;

export function CitedLine({ sheet, view, note }: Props) {
  const place = sheet.part(placePart).value;
  const [choosing, setChoosing] = useState(false);
  const opener = useReturnFocus(choosing);
  if (!place) return null;
  const { sheets, others } = place.cited(note.id);
  const me = view.me.user;
  const all = [...(sheets ? [sheets] : []), ...others];
  const mine = all.find(({ person }) => person.user === me);
  const maySay = view.canWrite && note.place !== 'gone' && view.me.role !== null;
  if (all.length === 0 && !maySay) return null;
  return (
    <section class="cited" aria-label="From the ladder" data-testid="cited">
      {all.map(({ person, citation }) => (
        <div key={person.user} class="cited-line" data-testid="cited-line">
          <p class="view-who">
            {person.user === view.engineer
              ? 'From the ladder'
              : `${person.user === me ? 'You point' : `${nameOf(person)} points`} to the ladder`}
            : <bdi>{nameOfLine(citation.words)}</bdi>
          </p>
          <q dir="auto">{citation.words.text}</q>
          <Since place={place} citation={citation} />
        </div>
      ))}
      {choosing ? (
        <Choose
          place={place}
          start={mine?.citation.line ?? null}
          onCite={(line) => place.cite(note.id, line) && setChoosing(false)}
          onClose={() => setChoosing(false)}
        />
      ) : (
        maySay && (
          <div class="actions">
            <button
              ref={opener}
              type="button"
              class="link-button"
              data-testid="cite"
              onClick={() => setChoosing(true)}
            >
              {mine ? 'Another line…' : sheets ? 'Point to another line…' : 'Cite a line of the ladder…'}
            </button>
            {mine && (
              <button
                type="button"
                class="link-button"
                data-testid="cite-none"
                onClick={() => place.dropCitation(note.id)}
              >
                No line
              </button>
            )}
          </div>
        )
      )}
    </section>
  );
}

/** Whether the ladder still says so. */
function Since({ place, citation }: { place: Place; citation: Citation }) {
  const now = wordsOf(place.ladder.value.ladder, citation.line);
  if (now?.text === citation.words.text) return null;
  return (
    <p class="hint" data-testid="cited-since">
      {now ? 'The ladder words it otherwise now.' : 'This line is no longer on the ladder.'}
    </p>
  );
}

interface ChooseProps {
  readonly place: Place;
  readonly start: LadderLine | null;
  readonly onCite: (line: LadderLine) => void;
  readonly onClose: () => void;
}

function Choose({ place, start, onCite, onClose }: ChooseProps) {
  const { ladder } = place.ladder.value;
  // Most notes are about what the role asks for.
  const wanted = [start?.level, place.standing.value.engineer?.role?.level?.id, ladder.levels[0]?.id];
  const [level, setLevel] = useState(() => wanted.find((id) => id && levelOf(ladder, id)) ?? '');
  const [dimension, setDimension] = useState<string | null>(start?.dimension ?? null);
  const lines = linesOf(ladder, level);
  const line = lines.find((one) => one.dimension === dimension) ?? lines[0];
  const words = line && wordsOf(ladder, line);
  return (
    <form
      class="add-form"
      data-testid="cite-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (line) onCite(line);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <label class="field">
        <span class="caption">Level</span>
        <select
          ref={focusOnce}
          class="select"
          value={level}
          data-testid="cite-level"
          onChange={({ currentTarget }) => setLevel(currentTarget.value)}
        >
          {ladder.levels.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {ladder.dimensions.length > 0 && lines.length > 0 && (
        <label class="field">
          <span class="caption">Line</span>
          <select
            class="select"
            value={line?.dimension ?? ''}
            data-testid="cite-dimension"
            onChange={({ currentTarget }) => setDimension(currentTarget.value || null)}
          >
            {lines.map((one) => (
              <option key={one.dimension} value={one.dimension ?? ''}>
                {ladder.dimensions.find(({ id }) => id === one.dimension)?.title ?? 'Scope'}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="hint" dir="auto">
        {words ? words.text : 'The ladder says nothing about this level yet.'}
      </p>
      <div class="actions">
        <button
          type="submit"
          class="button button-primary button-small"
          data-testid="cite-go"
          disabled={!words}
        >
          Cite this line
        </button>
        <button type="button" class="button button-tertiary button-small" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

const focused = new WeakSet<Element>();

/** The form has just been opened to be filled in; later renders leave the focus alone. */
function focusOnce(field: HTMLSelectElement | null): void {
  if (!field || focused.has(field)) return;
  focused.add(field);
  takeFocus(field);
}
