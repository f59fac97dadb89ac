/** How far people agree, over the rounds and now: a small table, opened when somebody wants it. */
import { useState } from 'preact/hooks';
import type { Share } from '../../../annotations/round.ts';
import { type Lens, lenses } from '../../../workshop/sheet.ts';
import { lensName } from '../../models/lens/lensName.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import { trendNow } from '../../models/rounds/trend.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { inAList } from '../../models/words/wordsInWords.ts';
import '../styles/lens.css';
import '../styles/trend.css';

interface Props {
  readonly view: SheetView;
  readonly rounds: Rounds;
}

/** As many as fit beside their titles; each takes a look at a document of its own. */
const shownAtOnce = 3;

export function Trend({ view, rounds }: Props) {
  const [open, setOpen] = useState(false);
  if (rounds.list.value.length === 0) return null;
  return (
    <details
      class="more-figures"
      data-testid="trend"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Agreement over the rounds</summary>
      {open && <Table view={view} rounds={rounds} />}
    </details>
  );
}

function Table({ view, rounds }: Props) {
  const [by, setBy] = useState<Lens>(view.details.lens);
  const [every, setEvery] = useState(false);
  const count = rounds.list.value.length;
  const { moments, all, rows, words } = trendNow(view, rounds, by, every ? count : shownAtOnce);
  const missing = moments.filter(({ here, looking }) => !here && !looking).map(({ title }) => title);
  const cells = (shares: readonly (Share | null)[]) =>
    moments.map(({ title, here, looking }, index) => (
      <td key={title}>
        <Cell share={shares[index] ?? null} here={here} looking={looking} />
      </td>
    ));
  return (
    <div class="trend">
      {words && <p data-testid="trend-words">{words}</p>}
      <fieldset class="lens-choice">
        <legend class="visually-hidden">Count the notes</legend>
        {lenses.map((lens) => (
          <label key={lens} class="lens-option">
            <input
              type="radio"
              name="trend-lens"
              class="visually-hidden"
              checked={lens === by}
              data-testid={`trend-${lens}`}
              onChange={() => setBy(lens)}
            />
            <span>By {lensName[lens]}</span>
          </label>
        ))}
      </fieldset>
      <div class="trend-scroll">
        <table class="trend-table">
          <caption class="visually-hidden">Notes agreed of all notes, by {lensName[by]}</caption>
          <thead>
            <tr>
              <td />
              {moments.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr class="trend-all">
              <th scope="row">In all</th>
              {cells(all)}
            </tr>
            {rows.map(({ key, title, shares }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                {cells(shares)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {missing.length > 0 && (
        <p class="hint" data-testid="trend-missing">
          {inAList(missing)} can’t be read in this browser yet, so {missing.length === 1 ? 'its' : 'their'}{' '}
          figures are missing.
        </p>
      )}
      {count > shownAtOnce && !every && (
        <button type="button" class="link-button" data-testid="trend-all" onClick={() => setEvery(true)}>
          All {count} rounds
        </button>
      )}
    </div>
  );
}

function Cell({
  share,
  here,
  looking,
}: {
  readonly share: Share | null;
  readonly here: boolean;
  readonly looking: boolean;
}) {
  if (!share)
    return (
      <span class="trend-none">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">{here ? 'no notes' : looking ? 'one moment' : 'not here'}</span>
      </span>
    );
  const { agreed, total } = share;
  return (
    <span class="trend-share" title={`${agreed} of ${total} notes agreed`}>
      <span aria-hidden="true">
        {agreed}/{total}
      </span>
      <span class="visually-hidden">
        {agreed} of {total} agreed
      </span>
      <span class="trend-bar" aria-hidden="true">
        <span style={{ width: `${(agreed / total) * 100}%` }} />
      </span>
    </span>
  );
}
