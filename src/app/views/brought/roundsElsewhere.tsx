/** Closed rounds that came along from another board: to be opened and read, beside those of this sheet. */
import { roundLine } from '../../../export/brought.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import { nameIn } from '../../models/rounds/roundWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { Words } from './saidElsewhere.tsx';

interface Props {
  readonly view: SheetView;
  readonly rounds: Rounds;
}

export function RoundsElsewhere({ view, rounds }: Props) {
  const { list, signed } = rounds.there;
  if (list.value.length === 0) return null;
  const people = view.content.brought.map(({ desk }) => ({ user: desk.owner, name: desk.name }));
  const told = {
    signed: signed.value,
    nameOf: (user: UserId) => nameIn(view, user, people),
    timeZone: rounds.timeZone,
  };
  return (
    <section class="elsewhere" aria-label="From another board" data-testid="rounds-elsewhere">
      <h3 class="caption">From another board</h3>
      <ol class="round-list">
        {list.value.map((round) => (
          <li key={round.hash}>
            <button
              type="button"
              id={`round-${round.hash}`}
              class="round-open round-elsewhere"
              data-testid="round-elsewhere"
              onClick={() => {
                rounds.at.value = { kind: 'round', hash: round.hash };
              }}
            >
              <span dir="auto">
                <Words line={roundLine(round, told)} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
