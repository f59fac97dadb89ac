/** Laying the sheet out by the other lens on the board: what it changes, how that looks, one click, and how far it is. */
import { lensName, otherLensOf } from '../../models/lens/lensName.ts';
import { counted, quoted } from '../../models/lens/lensWords.ts';
import type { RelayoutModel, RelayoutPreview } from '../../models/lens/relayoutModel.ts';
import { relayoutPart } from '../../models/lens/relayoutPart.ts';
import { LensPicture } from './lensPicture.tsx';
import { RelayoutBar, type RelayoutProps } from './relayoutBar.tsx';
import '../styles/lens.css';

export function LensScreen({ sheet, view }: RelayoutProps) {
  const model = sheet.part(relayoutPart).value;
  if (!model) return <p class="hint">One moment…</p>;
  const state = model.state.value;
  const to = otherLensOf(view.details.lens);
  const undo = model.undo.value;
  if (state.kind === 'running' || view.content.relayout) return <RelayoutBar sheet={sheet} view={view} />;
  return (
    <>
      <p class="hint">
        On the board this sheet is laid out by {lensName[view.details.lens]}. It can be laid out by{' '}
        {lensName[to]}, for everybody: columns and notes move, every note stays in its lane, and what was said
        of it stays with it. You look first, and one click undoes it.
      </p>
      {state.kind === 'preview' ? (
        <Preview
          model={model}
          preview={state.preview}
          onApply={() =>
            void model.apply().then(() => {
              // Done, there is nothing more to do here; the outline shows the new columns.
              if (sheet.view.value?.details.lens === to) sheet.step.value = null;
            })
          }
        />
      ) : (
        <div class="actions">
          <button
            type="button"
            class="button button-primary"
            data-testid="lens-look"
            disabled={state.kind === 'looking' || !view.canWrite}
            onClick={() => void model.show(to)}
          >
            {state.kind === 'looking' ? 'Looking at the board…' : 'Show what would move'}
          </button>
          {undo && (
            <button
              type="button"
              class="button button-tertiary"
              data-testid="lens-undo"
              disabled={state.kind === 'looking'}
              onClick={undo}
            >
              Undo
            </button>
          )}
        </div>
      )}
    </>
  );
}

const size = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `${Math.round(width).toLocaleString('en')} × ${Math.round(height).toLocaleString('en')}`;

function linesOf({ facts, frame, to }: RelayoutPreview): readonly string[] {
  const { notes, blanks, aside, kept, along, staying } = facts;
  return [
    notes > 0
      ? `${counted(notes, 'note moves', 'notes move')}, each within its lane${blanks > 0 ? `; so ${blanks === 1 ? 'does 1 blank one' : `do ${blanks} blank ones`}` : ''}.`
      : `${counted(blanks, 'blank note moves', 'blank notes move')}, each within its lane.`,
    `The frame becomes ${size(frame.to)} instead of ${size(frame.from)}.`,
    `New column headings, by ${lensName[to]}, take the place of the old ones.`,
    ...(aside.length > 0
      ? [
          `${counted(aside.length, 'note that lies in no lane goes', 'notes that lie in no lane go')} beside the columns, where ${aside.length === 1 ? 'it is' : 'they are'} asked about: ${quoted(aside)}.`,
        ]
      : []),
    ...(kept.length > 0
      ? [
          `${counted(kept.length, 'heading that somebody reworded keeps', 'headings that somebody reworded keep')} ${kept.length === 1 ? 'its' : 'their'} words: ${quoted(kept)}.`,
        ]
      : []),
    ...(along > 0 ? [`${counted(along, 'other thing goes', 'other things go')} along with the notes.`] : []),
    ...(staying > 0
      ? [
          `${counted(staying, 'other thing stays where it is', 'other things stay where they are')}; look afterwards whether ${staying === 1 ? 'it lies' : 'they lie'} well.`,
        ]
      : []),
  ];
}

interface PreviewProps {
  readonly model: RelayoutModel;
  readonly preview: RelayoutPreview;
  readonly onApply: () => void;
}

function Preview({ model, preview, onApply }: PreviewProps) {
  const { drawing, inTheWay, to } = preview;
  return (
    <div class="stack" data-testid="lens-preview">
      <div class="lens-pictures">
        <LensPicture picture={drawing.before} label="Now" />
        <LensPicture picture={drawing.after} label="Then" />
      </div>
      <ul class="preview-list">
        {linesOf(preview).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      {inTheWay.length > 0 && (
        <p class="callout" role="alert" data-testid="lens-in-the-way">
          The frame would grow over {inTheWay.length === 1 ? 'something' : `${inTheWay.length} things`} beside
          it: {quoted(inTheWay)}. Move {inTheWay.length === 1 ? 'it' : 'them'} aside, then look again.
        </p>
      )}
      <div class="actions">
        {inTheWay.length > 0 ? (
          <button
            type="button"
            class="button button-primary"
            data-testid="lens-look-again"
            onClick={() => void model.show(to)}
          >
            Look again
          </button>
        ) : (
          <button type="button" class="button button-primary" data-testid="lens-apply" onClick={onApply}>
            Lay it out by {lensName[to]}
          </button>
        )}
        <button
          type="button"
          class="button button-tertiary"
          data-testid="lens-leave"
          onClick={() => model.leave()}
        >
          Leave it
        </button>
      </div>
    </div>
  );
}
