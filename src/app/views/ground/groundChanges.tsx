/** What changed before the notes between two moments: the place of the role, why it is needed now, the altitude. */
import type { GroundChange } from '../../../annotations/changes.ts';
import { groundGroups } from '../../models/ground/groundWords.ts';
import { nameIn } from '../../models/rounds/roundWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { GroundLineItem } from './groundLine.tsx';

interface Props {
  readonly view: SheetView;
  readonly changes: readonly GroundChange[];
}

export function GroundChanges({ view, changes }: Props) {
  return (
    <>
      {groundGroups(changes, (user) => nameIn(view, user)).map(({ title, lines }) => (
        <section key={title} class="group" aria-label={title} data-testid="ground-changes">
          <h3 class="group-title">
            {title} <span class="figure">{lines.length}</span>
          </h3>
          <ul class="change-list">
            {lines.map((line) => (
              <GroundLineItem key={line.about} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
