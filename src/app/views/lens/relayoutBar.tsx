/** That the sheet is being laid out anew: how far it is, or that it stopped half-way and what can be done about that. */
import { lensName } from '../../models/lens/lensName.ts';
import { relayoutPart } from '../../models/lens/relayoutPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import '../styles/lens.css';

export interface RelayoutProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function RelayoutBar({ sheet, view }: RelayoutProps) {
  const model = sheet.part(relayoutPart).value;
  const state = model?.state.value;
  const under = model?.under.value;
  if (state?.kind === 'running') {
    const { done, total, slowed } = state.progress;
    return (
      <div class="callout" data-testid="lens-running">
        <p role="status">Laying the sheet out by {lensName[state.to]}…</p>
        <progress class="progress" max={total} value={done} aria-label="Things moved" />
        <p class="hint">
          {done} of {total}. Every note counts where it was until this is done.
        </p>
        {slowed && (
          <p class="hint" role="status">
            Miro asks us to slow down. It goes on by itself, within about a minute.
          </p>
        )}
        <div class="actions">
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="lens-stop"
            onClick={() => model?.stop()}
          >
            Stop and put it back
          </button>
        </div>
      </div>
    );
  }
  if (!model || !under) return null;
  const { record, alive } = under;
  const me = record.by === view.me.user;
  const name = view.participants.find(({ user }) => user === record.by)?.name || 'Somebody';
  if (alive && !me)
    return (
      <div class="callout" role="status" data-testid="lens-others">
        <p>
          <bdi>{name}</bdi> is laying the sheet out by {lensName[record.to]}. Every note counts where it was
          until that is done.
        </p>
      </div>
    );
  return (
    <div class="callout" data-testid="lens-half-way">
      <p>
        Laying the sheet out by {lensName[record.to]}, which {me ? 'you' : <bdi>{name}</bdi>} began, has
        stopped half-way. Every note still counts where it was.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="lens-go-on"
          disabled={!view.canWrite || state?.kind === 'looking'}
          onClick={() => void model.goOn()}
        >
          Finish it
        </button>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="lens-put-back"
          disabled={!view.canWrite || state?.kind === 'looking'}
          onClick={() => void model.putBack()}
        >
          Put it back
        </button>
      </div>
    </div>
  );
}
