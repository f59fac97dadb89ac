/** By which lens this person sees the notes: their own panel at once; the board, for everybody, a step away. */

import { lenses } from '../../../workshop/sheet.ts';
import type { OwnLens } from '../../models/lens/ownLens.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import '../styles/lens.css';

const words = { pillars: 'By pillar', responsibilities: 'By responsibility' } as const;

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly own: OwnLens;
}

export function LensChoice({ sheet, view, own }: Props) {
  const chosen = own.lens.value;
  return (
    <>
      <fieldset class="lens-choice">
        <legend class="visually-hidden">See the notes</legend>
        {lenses.map((lens) => (
          <label key={lens} class="lens-option">
            <input
              type="radio"
              name={`lens-${sheet.id}`}
              class="visually-hidden"
              checked={lens === chosen}
              data-testid={`lens-${lens}`}
              onChange={() => own.choose(lens)}
            />
            <span>{words[lens]}</span>
          </label>
        ))}
      </fieldset>
      {own.columns.value && (
        <p class="hint lens-note" role="status">
          Only in your panel.{' '}
          {view.canWrite && (
            <button
              type="button"
              class="link-button"
              data-testid="lens-board"
              onClick={() => {
                sheet.step.value = 'lens';
              }}
            >
              On the board, for everybody…
            </button>
          )}
        </p>
      )}
    </>
  );
}
