/** Both sides' notes, shown: what both of you said, what only one did, and the way to the board. */
import { useId, useState } from 'preact/hooks';
import type { Alike } from '../../../annotations/noteDrafts/alike.ts';
import { type Keep, noteKey } from '../../../annotations/noteDrafts/placements.ts';
import { keepOf } from '../../../annotations/noteDrafts/placingPlan.ts';
import type { SideNote } from '../../../annotations/noteDrafts/revealed.ts';
import { notesCounted } from '../../models/noteDrafts/draftWords.ts';
import { inAList } from '../../models/words/wordsInWords.ts';
import { lanesInWords } from '../rounds/laneNames.ts';
import type { DraftsProps } from './props.ts';

const whose = ({ view, notes }: DraftsProps, note: SideNote): string =>
  note.user === view.me.user ? 'you' : notes.writerOf(note) || 'somebody';

export function Sides(props: DraftsProps) {
  const { view, notes } = props;
  const { comparison } = notes.revealed.value;
  const users = [...new Set(comparison.alone.map(({ user }) => user))].sort(
    (a, b) => Number(b === view.me.user) - Number(a === view.me.user),
  );
  return (
    <>
      <ToTheBoard {...props} />
      {comparison.alike.length > 0 && (
        <section class="drafts-part" data-testid="sides-both">
          <h3 class="caption">
            {comparison.alike.every((one) => one.notes.length === 2) ? 'Both' : 'Several of you'}{' '}
            <span class="figure">{comparison.alike.length}</span>
          </h3>
          <ul class="sides">
            {comparison.alike.map((alike) => (
              <Both key={alike.notes.map(noteKey).join('+')} {...props} alike={alike} />
            ))}
          </ul>
        </section>
      )}
      {users.map((user) => {
        const own = comparison.alone.filter((note) => note.user === user);
        return (
          <section key={user} class="drafts-part" data-testid="sides-only">
            <h3 class="caption">
              Only <bdi>{own[0] && whose(props, own[0])}</bdi> <span class="figure">{own.length}</span>
            </h3>
            <ul class="sides">
              {own.map((note) => (
                <li key={noteKey(note)} class="side-note" data-testid="side-note">
                  <Words {...props} note={note} tells={['lane']} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

interface WordsProps extends DraftsProps {
  readonly note: SideNote;
  /** What is said of it besides its words. */
  readonly tells: readonly ('who' | 'lane')[];
}

function Words(props: WordsProps) {
  const { sheet, view, notes, note, tells } = props;
  const item = notes.revealed.value.stickies.get(noteKey(note));
  const there = item && view.notes.get(item);
  return (
    <>
      <p dir="auto">{note.text}</p>
      <p class="hint">
        {tells.includes('who') && (
          <>
            from <bdi>{whose(props, note)}</bdi>
          </>
        )}
        {tells.length > 1 && ' · '}
        {tells.includes('lane') && lanesInWords(view.template, [note.lane])}
        {there && there.place !== 'gone' && (
          <>
            {' · '}
            <button type="button" class="link-button" onClick={() => sheet.open(there.id)}>
              on the board
            </button>
          </>
        )}
        {item && (!there || there.place === 'gone') && ' · no longer on the board'}
      </p>
    </>
  );
}

function Both(props: DraftsProps & { readonly alike: Alike }) {
  const { view, notes, alike } = props;
  const { stickies, choices } = notes.revealed.value;
  const name = useId();
  const keep = keepOf(alike.notes, choices);
  const waits = alike.notes.every((note) => !stickies.has(noteKey(note)));
  const [first] = alike.notes.toSorted(
    (a, b) => Number(b.user === view.engineer) - Number(a.user === view.engineer),
  );
  const oneLane = new Set(alike.notes.map(({ lane }) => lane)).size === 1;
  const options: readonly (readonly [Keep, string])[] = [
    [
      { kind: 'side-by-side' },
      oneLane || !first
        ? 'Both on the board, side by side'
        : `Side by side in ${lanesInWords(view.template, [first.lane])}`,
    ],
    [{ kind: 'apart' }, oneLane ? 'They mean different things' : 'Each in its own lane'],
    ...alike.notes.map(
      (note) =>
        [
          { kind: 'one', note: noteKey(note) },
          note.user === view.me.user ? 'Only my wording' : `Only the wording of ${whose(props, note)}`,
        ] as const,
    ),
  ];
  const same = (a: Keep, b: Keep): boolean =>
    a.kind === b.kind && (a.kind !== 'one' || b.kind !== 'one' || a.note === b.note);
  return (
    <li class="side-note" data-testid="side-both">
      {alike.notes.map((note) => (
        <Words key={noteKey(note)} {...props} note={note} tells={oneLane ? ['who'] : ['who', 'lane']} />
      ))}
      <p class="hint" dir="auto">
        {oneLane && first && lanesInWords(view.template, [first.lane])}
        {oneLane && alike.shared.length > 0 && ' · '}
        {alike.shared.length > 0 && `Both say: ${inAList(alike.shared, 6)}`}
      </p>
      {waits && view.canWrite && (
        <fieldset class="sides-choice">
          <legend class="visually-hidden">What goes on the board</legend>
          {options.map(([option, words]) => (
            <label key={JSON.stringify(option)} class="sides-option">
              <input
                type="radio"
                name={name}
                checked={same(option, keep)}
                onChange={() => notes.choose(alike.notes, option)}
              />
              <span dir="auto">{words}</span>
            </label>
          ))}
          {keep.kind === 'one' && <p class="hint">The other words stay readable on the note’s card.</p>}
        </fieldset>
      )}
    </li>
  );
}

function ToTheBoard({ view, notes }: DraftsProps) {
  const { comparison, waiting } = notes.revealed.value;
  const sides = new Set(
    [...comparison.alone, ...comparison.alike.flatMap((one) => one.notes)].map(({ user }) => user),
  );
  const [named, setNamed] = useState(sides.size > 1);
  const placing = notes.placing.value;
  const other = notes.otherPlaces.value;
  if (placing.kind === 'placing')
    return (
      <section class="ask" data-testid="placing" role="status">
        <p>
          {placing.stopping
            ? 'Stopping…'
            : `Putting notes on the board: ${placing.done} of ${placing.total}${placing.slowed ? '. Miro asks us to slow down; it goes on by itself' : ''}…`}
        </p>
        <progress
          class="placing-bar"
          max={Math.max(1, placing.total)}
          value={placing.done}
          aria-label="Notes on the board"
        />
        {!placing.stopping && (
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="placing-stop"
            onClick={() => notes.cancel()}
          >
            Stop
          </button>
        )}
      </section>
    );
  if (waiting === 0)
    return (
      <section class="drafts-part" data-testid="all-placed">
        <p>All of these notes are on the board. From here on they are notes like any others.</p>
        {notes.named.value && view.canWrite && (
          <button
            type="button"
            class="link-button"
            data-testid="names-off"
            onClick={() => void notes.takeNamesOff()}
          >
            Take the “from …” tags off the board
          </button>
        )}
      </section>
    );
  return (
    <section class="ask" data-testid="to-the-board">
      <p>
        {sides.size > 1
          ? 'Each of you sees both sides now. Read them first; then they go on the board.'
          : 'Your notes can go on the board now.'}
      </p>
      {other !== null ? (
        <p role="status">{notes.nameOf(other) || 'Somebody'} is putting them on the board just now…</p>
      ) : (
        view.canWrite && (
          <>
            <label class="toggle-row">
              <input
                type="checkbox"
                checked={named}
                data-testid="placing-named"
                onChange={({ currentTarget }) => setNamed(currentTarget.checked)}
              />
              <span>
                Say whose each note is, as a tag on it
                <span class="hint">The notes’ own words stay as they are.</span>
              </span>
            </label>
            <div class="actions">
              <button
                type="button"
                class="button button-primary button-small"
                data-testid="place-notes"
                onClick={() => void notes.place(named)}
              >
                Put {notesCounted(waiting)} on the board
              </button>
            </div>
          </>
        )
      )}
    </section>
  );
}
