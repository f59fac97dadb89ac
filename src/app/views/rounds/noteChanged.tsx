/** Everything that happened to one note between two moments. */
import { useState } from 'preact/hooks';
import type { HeldStance, NoteChange, StanceChange } from '../../../annotations/changes.ts';
import { besideNote } from '../../models/ground/groundWords.ts';
import type { Moment } from '../../models/rounds/roundMoments.ts';
import { nameIn } from '../../models/rounds/roundWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { stateWords } from '../../models/words/stateWords.ts';
import { GroundLineItem } from '../ground/groundLine.tsx';
import { Rewording } from '../noteCard/rewording.tsx';
import { stanceWords } from '../noteCard/stancePicker.tsx';
import { WordsForm } from '../noteCard/wordsForm.tsx';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import { lanesInWords } from './laneNames.ts';
import type { RoundsScreenProps } from './roundsProps.ts';

interface Props extends RoundsScreenProps {
  readonly change: NoteChange;
  readonly after: Moment;
}

export function NoteChanged(props: Props) {
  const { view, change, onOpen, onWide } = props;
  const { reworded, moved, state, stances, whys, cites } = change;
  const note = view.notes.get(change.note);
  return (
    <li class="change" data-testid="change">
      {reworded ? (
        <Rewording words={reworded} wide={!onWide} />
      ) : (
        <p class={change.presence === 'retired' ? 'change-words change-gone' : 'change-words'} dir="auto">
          {change.text}
        </p>
      )}
      {reworded?.trivial && <p class="hint">Case, spaces or punctuation only; nobody is asked again.</p>}
      {change.presence === 'retired' && <Retired {...props} />}
      {change.presence === 'added' && change.because.length > 0 && (
        <p class="hint">It had been retired before.</p>
      )}
      {change.presence === 'added' && change.wordsIn.length > 0 && (
        <p class="hint">Cut out of “{textsOf(view, change.wordsIn)}”.</p>
      )}
      {moved && (
        <p class="hint" data-testid="moved">
          Moved from {lanesInWords(view.template, moved.before)} to {lanesInWords(view.template, moved.after)}
          .
        </p>
      )}
      {stances.length > 0 && (
        <ul class="stance-changes">
          {stances.map((stance) => (
            <Stance key={stance.user} view={view} change={stance} />
          ))}
        </ul>
      )}
      {whys.length + cites.length > 0 && (
        <ul class="stance-changes">
          {besideNote(whys, cites, (user) => nameIn(view, user)).map((line) => (
            <GroundLineItem key={line.about} line={line} />
          ))}
        </ul>
      )}
      {state?.before && state.after && (
        <p class="hint">
          {stateWords[state.before]} → <b>{stateWords[state.after]}</b>
        </p>
      )}
      {note && note.place !== 'gone' && (
        <button type="button" class="link-button" onClick={() => onOpen(note)}>
          Open the note
        </button>
      )}
    </li>
  );
}

const textsOf = (view: SheetView, ids: NoteChange['wordsIn']): string =>
  ids.map((id) => view.notes.get(id)?.text ?? 'another note').join('”, “');

function Retired({ sheet, view, rounds, change, after }: Props) {
  const [saying, setSaying] = useState(false);
  const opener = useReturnFocus(saying);
  const { because, wordsIn, elsewhere } = change;
  const other = elsewhere === null ? undefined : rounds.elsewhere.value.get(change.note);
  const mine = because.find(({ by }) => by === view.me.user);
  const maySay = after === 'now' && view.canWrite && view.me.role !== null;
  return (
    <>
      {because.map(({ by, reason }) => (
        <p key={by} class="change-why" data-testid="retired-why">
          <bdi>{nameIn(view, by)}</bdi>: <q dir="auto">{reason}</q>
        </p>
      ))}
      {wordsIn.length > 0 && <p class="hint">Its words went into “{textsOf(view, wordsIn)}”.</p>}
      {other && (
        <p class="hint" data-testid="retired-elsewhere">
          It lies on another sheet now: <bdi>{other.label}</bdi>.
        </p>
      )}
      {because.length === 0 && wordsIn.length === 0 && !other && <p class="hint">Nobody has said why.</p>}
      {maySay &&
        (saying ? (
          <WordsForm
            drafts={sheet.drafts}
            draftKey={`retired:${change.note}`}
            label="Why did it go? One line is enough"
            start={mine?.reason ?? ''}
            send="Say so"
            testid="retired-reason"
            enterSends={true}
            onSend={(reason) => rounds.sayWhy(change.note, reason)}
            onClose={() => setSaying(false)}
          />
        ) : (
          <button
            ref={opener}
            type="button"
            class="link-button"
            data-testid="retired-say"
            onClick={() => setSaying(true)}
          >
            {mine ? 'Say it otherwise…' : 'Say why…'}
          </button>
        ))}
    </>
  );
}

function Stance({ view, change }: { readonly view: SheetView; readonly change: StanceChange }) {
  const { before, after } = change;
  return (
    <li data-testid="stance-change">
      <bdi>{nameIn(view, change.user)}</bdi>: {stanceChangeWords(before, after)}
      {after?.reason && after.reason !== before?.reason && <q dir="auto">{after.reason}</q>}
    </li>
  );
}

function stanceChangeWords(before: HeldStance | null, after: HeldStance | null): string {
  if (!after) return before ? `took back “${stanceWords[before.value]}”` : '';
  const now = stanceWords[after.value];
  if (!after.current) return `${now}, for the words before`;
  if (!before) return now;
  if (before.value !== after.value) return `${stanceWords[before.value]} → ${now}`;
  return before.current ? `${now}, for another reason` : `${now}, for the new words, too`;
}
