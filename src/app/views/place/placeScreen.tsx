/** Where the role stands: marks first, what follows from them, and behind it the ladder itself to be edited. */
import { useState } from 'preact/hooks';
import type { MarkKind } from '../../../annotations/place/placeDesk.ts';
import type { PersonsMarks } from '../../../annotations/place/standing.ts';
import { distanceWords } from '../../../workshop/ladder/distanceWords.ts';
import type { Place } from '../../models/place/place.ts';
import { placePart } from '../../models/place/placePart.ts';
import {
  differenceWords,
  engineerIn,
  markWords,
  modeName,
  modeWords,
  nameOf,
  wayWords,
} from '../../models/place/placeWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { SaidElsewhere } from '../brought/saidElsewhere.tsx';
import { lazyView } from '../parts/lazyView.tsx';
import { LadderStrip } from './ladderStrip.tsx';
import type { PlaceProps } from './placeProps.ts';
import '../styles/place.css';

const LadderEditor = lazyView(async () => (await import('./ladderEditor.tsx')).LadderEditor);

export function PlaceScreen({ sheet, view }: PlaceProps) {
  const place = sheet.part(placePart).value;
  const [editing, setEditing] = useState(false);
  if (!place)
    return (
      <p class="hint" role="status">
        Loading…
      </p>
    );
  const unknown = place.unknown.value;
  return (
    <>
      <Result place={place} view={view} />
      <Marking place={place} view={view} />
      <SaidElsewhere view={view} where="place" />
      <details
        class="settled ladder-edit"
        data-testid="ladder-edit"
        onToggle={({ currentTarget }) => setEditing(currentTarget.open)}
      >
        <summary>{view.canWrite ? 'Edit the ladder' : 'The ladder in full'}</summary>
        {editing && <LadderEditor sheet={sheet} view={view} place={place} />}
      </details>
      {unknown > 0 && (
        <p class="hint">
          {unknown === 1 ? 'One entry was' : `${unknown} entries were`} written by another version of
          Rolewright and can’t be shown here. Nothing of it is lost.
        </p>
      )}
    </>
  );
}

interface Props {
  readonly place: Place;
  readonly view: SheetView;
}

/** What the marks come to, in words. */
function Result({ place, view }: Props) {
  const standing = place.standing.value;
  const { distance, differences, engineer } = standing;
  const me = view.me.user;
  const way = wayWords(standing);
  const lost = [engineer?.now, engineer?.role].flatMap((seen) => (seen && !seen.level ? [seen.mark] : []));
  return (
    <div class="place-result" role="status" data-testid="place-result">
      {way && distance ? (
        <>
          <p>
            <b dir="auto">{way}</b> · {distanceWords(distance)} · {modeName(standing, me)}
          </p>
          <p class="hint">{modeWords(standing, me)}</p>
        </>
      ) : (
        <p class="hint">{beforeMarks(view, engineerIn(standing), engineer !== null)}</p>
      )}
      {lost.map(({ title, at }) => (
        <p key={at + title} class="hint" data-testid="mark-lost">
          The mark at <bdi>“{title}”</bdi> does not count: the ladder has no such level now.
        </p>
      ))}
      {differences.length > 0 && (
        <div class="callout" data-testid="place-differences">
          {differences.map((difference) => (
            <p key={difference.person.user + difference.kind} dir="auto">
              {differenceWords(difference, standing, me)}
            </p>
          ))}
          <p class="hint">
            {differences.length === 1 ? 'A good first thing' : 'Good first things'} to talk about.
          </p>
        </div>
      )}
    </div>
  );
}

function beforeMarks({ me, engineer }: SheetView, name: string, someone: boolean): string {
  if (!someone) return 'Nobody has said yet that this sheet is theirs. Its engineer’s marks will count here.';
  if (me.user === engineer)
    return 'Choose where you are now, then where this role stands. It sets how the questions are put: for a job that is there, or for a stretch.';
  return `${name} has not marked both yet. You can say how you see it meanwhile.`;
}

function Marking({ place, view }: Props) {
  const standing = place.standing.value;
  const me = view.me.user;
  const owner = me === view.engineer;
  const mine: PersonsMarks | null | undefined = owner
    ? standing.engineer
    : standing.others.find(({ person }) => person.user === me);
  const [kind, setKind] = useState<MarkKind>(() => (mine?.now?.level ? 'role' : 'now'));
  const [said, setSaid] = useState('');
  const chosen = mine?.[kind]?.level ?? null;
  const { ladder } = place.ladder.value;
  const choose = (level: string) => {
    if (!place.mark(kind, level)) return;
    const title = ladder.levels.find(({ id }) => id === level)?.title ?? '';
    const goesOn = kind === 'now' && !mine?.role?.level;
    if (goesOn) setKind('role');
    setSaid(`${markWords(kind, owner)}: ${title}.${goesOn ? ' Choose the level of this role next.' : ''}`);
  };
  if (ladder.levels.length === 0)
    return <p class="callout">The ladder has no levels. Add some below, or go back to the built-in one.</p>;
  return (
    <section class="place-marking" aria-label="Marks on the ladder">
      {view.canWrite && (
        <fieldset class="choice-row">
          <legend class="caption">Mark on the ladder</legend>
          {(['now', 'role'] as const).map((each) => (
            <label key={each} class="segment">
              <input
                type="radio"
                name="mark-kind"
                checked={kind === each}
                data-testid={`mark-${each}`}
                onChange={() => setKind(each)}
              />
              <span>{markWords(each, owner)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <LadderStrip
        ladder={ladder}
        standing={standing}
        me={me}
        label={markWords(kind, owner)}
        chosen={chosen?.id ?? null}
        disabled={!view.canWrite}
        onChoose={choose}
      />
      {chosen && view.canWrite && (
        <button
          type="button"
          class="link-button"
          data-testid="mark-none"
          onClick={() => {
            if (place.mark(kind, null)) setSaid('The mark is taken back.');
          }}
        >
          Take back “{markWords(kind, owner)}” at <bdi>{chosen.title}</bdi>
        </button>
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {view.canWrite && (
        <p class="hint">
          {owner || !standing.engineer
            ? 'Everybody on this sheet sees your marks, and may add how they see it.'
            : `For the questions the marks of ${nameOf(standing.engineer.person)} count. Yours show where you see it otherwise; everybody on this sheet sees them.`}
        </p>
      )}
    </section>
  );
}
