/** A team's own ladder as text: read first, shown with what would become of marks, and only then put in the place of the other. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inPaths, type Ladder, levelOf, type Path } from '../../../workshop/ladder/ladder.ts';
import { longestPaste, type Pasted, parseLadder } from '../../../workshop/ladder/paste.ts';
import type { PasteProblem } from '../../../workshop/ladder/pasteProblems.ts';
import { pasteWords } from '../../models/place/pasteWords.ts';
import type { Place } from '../../models/place/place.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { useDraft } from '../noteCard/useDraft.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { PathSelect } from './ladderFields.tsx';
import type { PlaceProps } from './placeProps.ts';

interface Props extends PlaceProps {
  readonly place: Place;
  readonly onClose: () => void;
}

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly problems: readonly PasteProblem[] }
  | { readonly kind: 'read'; readonly pasted: Pasted };

const example =
  'Senior: owns a problem from end to end\n# Technical path\nStaff: …\n# Management path\nManager: …';

/** More at once help nobody; the rest shows when these are put right. */
const mostProblems = 8;

export function PasteLadder({ sheet, view, place, onClose }: Props) {
  const draft = useDraft(sheet.drafts, `ladder:${sheet.id}`);
  const [turned, setTurned] = useState(false);
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const field = useRef<HTMLTextAreaElement>(null);
  const previewing = reading.kind === 'read';
  useEffect(() => {
    if (!previewing) takeFocus(field.current);
  }, [previewing]);
  const look = () => {
    const parsed = parseLadder(draft.text, { current: place.ladder.value.ladder, turned });
    setReading(
      parsed.ok ? { kind: 'read', pasted: parsed.value } : { kind: 'wrong', problems: parsed.error },
    );
  };
  const close = () => {
    draft.clear();
    onClose();
  };
  if (reading.kind === 'read')
    return (
      <Preview
        view={view}
        place={place}
        pasted={reading.pasted}
        onUse={(ladder) =>
          place.replace('Your ladder has taken the place of the one before.', ladder) && close()
        }
        onBack={() => setReading({ kind: 'none' })}
      />
    );
  const problems = reading.kind === 'wrong' ? reading.problems : [];
  return (
    <form
      class="add-form"
      data-testid="paste-form"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The words stay; they are there when it opens again.
        event.preventDefault();
        onClose();
      }}
    >
      <label class="field">
        <span class="caption">Your ladder</span>
        <textarea
          ref={field}
          class="textarea"
          rows={10}
          spellcheck={false}
          wrap="off"
          dir="auto"
          maxLength={longestPaste}
          value={draft.text}
          placeholder={example}
          data-testid="paste-text"
          aria-describedby="paste-how"
          onInput={({ currentTarget }) => {
            draft.write(currentTarget.value);
            setReading({ kind: 'none' });
          }}
        />
      </label>
      <p class="hint" id="paste-how">
        Cells copied from a spreadsheet, CSV with a heading (Level, Path, Scope, then one column for each
        dimension), or one level on each line with its scope after a colon.
      </p>
      <label class="toggle-row">
        <input
          type="checkbox"
          checked={turned}
          data-testid="paste-turned"
          onChange={({ currentTarget }) => {
            setTurned(currentTarget.checked);
            setReading({ kind: 'none' });
          }}
        />
        <span>In my table each level is a column</span>
      </label>
      <div role="alert">
        {problems.length > 0 && (
          <div class="callout" data-testid="paste-problems">
            <p>It can’t be read as it is, and nothing has changed:</p>
            <ul class="ladder-problems">
              {problems.slice(0, mostProblems).map((problem) => (
                <li key={JSON.stringify(problem)} dir="auto">
                  {pasteWords(problem)}
                </li>
              ))}
              {problems.length > mostProblems && <li>And {problems.length - mostProblems} more.</li>}
            </ul>
          </div>
        )}
      </div>
      <div class="actions">
        <button
          type="submit"
          class="button button-primary button-small"
          data-testid="paste-look"
          disabled={draft.text.trim() === ''}
        >
          Show me the ladder
        </button>
        <button type="button" class="button button-tertiary button-small" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface PreviewProps {
  readonly view: SheetView;
  readonly place: Place;
  readonly pasted: Pasted;
  readonly onUse: (ladder: Ladder) => void;
  readonly onBack: () => void;
}

function Preview({ view, place, pasted, onUse, onBack }: PreviewProps) {
  const [ladder, setLadder] = useState(pasted.ladder);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => void takeFocus(title.current), []);
  const put = (id: string, path: Path) =>
    setLadder({
      ...ladder,
      levels: inPaths(ladder.levels.map((level) => (level.id === id ? { ...level, path } : level))),
    });
  const { levels, dimensions } = ladder;
  return (
    <section
      class="ladder-preview"
      aria-labelledby="preview-title"
      data-testid="paste-preview"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <h3 class="caption step-title" id="preview-title" ref={title} tabIndex={-1}>
        {levels.length === 1 ? '1 level' : `${levels.length} levels`}
        {dimensions.length > 0 &&
          `, ${dimensions.length === 1 ? '1 dimension' : `${dimensions.length} dimensions`}`}
      </h3>
      <p class="hint">
        {pasted.guessed
          ? 'Your text does not name every path, so some are guessed from the names. Put right what is wrong.'
          : 'On each path from its lowest level up.'}
      </p>
      <ol>
        {levels.map(({ id, title: name, path }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <PathSelect
              label={`Path of ${name}`}
              hideLabel
              value={path}
              testid={`preview-${id}`}
              onChange={(chosen) => put(id, chosen)}
            />
          </li>
        ))}
      </ol>
      {dimensions.length > 0 && (
        <p class="hint">
          Dimensions: <bdi>{dimensions.map((one) => one.title).join(', ')}</bdi>
        </p>
      )}
      <Lost place={place} view={view} ladder={ladder} />
      <div class="actions">
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="paste-use"
          onClick={() => onUse(ladder)}
        >
          Use this ladder
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="paste-back"
          onClick={onBack}
        >
          Back to the text
        </button>
      </div>
    </section>
  );
}

/** Marks at levels that the new ladder does not have. */
function Lost({ place, view, ladder }: Pick<PreviewProps, 'place' | 'view'> & { ladder: Ladder }) {
  const { engineer, others } = place.standing.value;
  const lost = [...(engineer ? [engineer] : []), ...others].flatMap(({ person, now, role }) =>
    [now, role].flatMap((seen) =>
      seen?.level && !levelOf(ladder, seen.level.id)
        ? [
            `${person.user === view.me.user ? 'yours' : `${person.name || 'somebody'}’s`} at “${seen.level.title}”`,
          ]
        : [],
    ),
  );
  if (lost.length === 0)
    return <p class="hint">All marks stay: their levels are called as before, or nobody has marked any.</p>;
  return (
    <p class="callout" dir="auto" data-testid="paste-lost">
      {lost.length === 1 ? 'One mark' : `${lost.length} marks`} would not count until set again, since no
      level here is called as theirs: {[...new Set(lost)].join(', ')}.
    </p>
  );
}
