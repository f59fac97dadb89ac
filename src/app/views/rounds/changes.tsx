/** What changed between two moments, note by note: a list by what happened, with everything that happened to a note. */
import { useEffect } from 'preact/hooks';
import type { NoteChange } from '../../../annotations/changes.ts';
import { nothingChanged } from '../../../annotations/changes.ts';
import { comparison } from '../../models/rounds/comparing.ts';
import { type Moment, momentFrom } from '../../models/rounds/roundMoments.ts';
import { counted, momentTitle, readingWords, shareWords } from '../../models/rounds/roundWords.ts';
import { GroundChanges } from '../ground/groundChanges.tsx';
import { NoteChanged } from './noteChanged.tsx';
import { PeopleChanges } from './peopleChanges.tsx';
import type { RoundsScreenProps } from './roundsProps.ts';

interface Props extends RoundsScreenProps {
  readonly before: Moment;
  readonly after: Moment;
}

/** Under which heading a note stands; what else happened to it is told there, too. */
const headings: readonly (readonly [title: string, is: (change: NoteChange) => boolean])[] = [
  ['Reworded', ({ reworded }) => reworded !== null && !reworded.trivial],
  ['New', ({ presence }) => presence === 'added'],
  ['Retired', ({ presence }) => presence === 'retired'],
  ['Moved', ({ moved }) => moved !== null],
  ['Views changed', ({ stances, state }) => stances.length > 0 || state !== null],
  ['Why it is there', ({ whys, cites }) => whys.length + cites.length > 0],
  ['Only spelling', () => true],
];

export function ChangesScreen(props: Props) {
  const { view, rounds, before, after, onWide } = props;
  const found = comparison(rounds, view.me.user, before, after);
  const gone = found.kind === 'changes' && found.changes.notes.some(({ presence }) => presence === 'retired');
  // Where a note went is on the board and in no document.
  useEffect(() => {
    if (gone) void rounds.lookAgain();
  }, [rounds, gone]);
  return (
    <>
      <Choices {...props} />
      {onWide && (
        <button
          type="button"
          class="button button-secondary button-small wide-opener"
          data-testid="changes-wide"
          onClick={() => onWide({ kind: 'changes', before, after })}
        >
          See it wide
        </button>
      )}
      {found.kind === 'without' ? (
        <p class={found.reading.kind === 'looking' ? 'hint' : 'callout'} data-testid="changes-without">
          {momentTitle(rounds.list.value, found.moment)}: {readingWords(found.reading)}
        </p>
      ) : (
        <Found {...props} changes={found.changes} />
      )}
    </>
  );
}

function Found(
  props: Props & { readonly changes: Extract<ReturnType<typeof comparison>, { kind: 'changes' }>['changes'] },
) {
  const { view, changes, before } = props;
  const { notes, unchanged, agreed } = changes;
  const left = new Set(notes);
  const groups = headings.map(([title, is]) => {
    const own = [...left].filter(is);
    for (const one of own) left.delete(one);
    return { title, own };
  });
  return (
    <div class="changes" data-testid="changes">
      {before !== 'my-word' && (
        <p class="hint" data-testid="agreed-change">
          {shareWords(agreed.before.all)} before, {shareWords(agreed.after.all)} after.
        </p>
      )}
      {nothingChanged(changes) && (
        <p class="callout callout-good" data-testid="no-changes">
          Nothing changed between the two: the same notes, the same words, the same views.
        </p>
      )}
      <GroundChanges view={view} changes={changes.ground} />
      {groups.map(
        ({ title, own }) =>
          own.length > 0 && (
            <section key={title} class="group" aria-label={title}>
              <h3 class="group-title">
                {title} <span class="figure">{own.length}</span>
              </h3>
              <ul class="change-list">
                {own.map((change) => (
                  <NoteChanged key={change.note} {...props} change={change} />
                ))}
              </ul>
            </section>
          ),
      )}
      <PeopleChanges view={view} changes={changes} />
      {unchanged.length > 0 && (
        <details class="settled" data-testid="unchanged">
          <summary>{counted(unchanged.length, 'note', 'notes')} unchanged</summary>
          <ul class="round-notes">
            {unchanged.map((id) => (
              <li key={id} dir="auto">
                {view.notes.get(id)?.text ?? textIn(props, id)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Unchanged between two rounds, and gone since. */
function textIn({ rounds, after }: Props, id: string): string {
  if (after === 'now' || after === 'my-word') return '';
  const reading = rounds.reading(after).value;
  return reading.kind === 'here'
    ? (reading.record.content.notes.find((note) => note.id === id)?.text ?? '')
    : '';
}

function Choices({ view, rounds, before, after }: Props) {
  const list = rounds.list.value;
  const closed = list.toReversed().flatMap((one) => [one, ...one.beside]);
  const mine = [...view.notes.values()].some((note) => note.mine !== null);
  const choose = (side: 'before' | 'after', value: string) => {
    const moment = momentFrom(value);
    if (moment) rounds.at.value = { kind: 'changes', before, after, [side]: moment };
  };
  const option = (moment: Moment) => (
    <option key={moment} value={moment}>
      {momentTitle(list, moment)}
    </option>
  );
  return (
    <div class="field-pair">
      <label class="field">
        <span class="caption">From</span>
        <select
          class="select"
          value={before}
          data-testid="changes-before"
          onChange={({ currentTarget }) => choose('before', currentTarget.value)}
        >
          {closed.map(({ hash }) => option(hash))}
          {(mine || before === 'my-word') && option('my-word')}
        </select>
      </label>
      <label class="field">
        <span class="caption">To</span>
        <select
          class="select"
          value={after}
          data-testid="changes-after"
          disabled={before === 'my-word'}
          onChange={({ currentTarget }) => choose('after', currentTarget.value)}
        >
          {option('now')}
          {closed.map(({ hash }) => option(hash))}
        </select>
      </label>
    </div>
  );
}
