/** The sheets on the board: how many are missing, putting them there, how far it is. */
import type { SettingUp } from '../../models/session/settingUp.ts';
import type { Workshop } from '../../models/workshop.ts';

interface Props {
  readonly workshop: Workshop;
  readonly setUp: SettingUp;
}

const sheets = (count: number): string => (count === 1 ? 'one sheet' : `${count} sheets`);

export function DropSheets({ setUp }: Props) {
  const missing = setUp.missing.value.length;
  const all = setUp.engineers.value.length;
  const progress = setUp.progress.value;
  return (
    <section class="group" aria-labelledby="sheets-title">
      <h2 id="sheets-title" class="group-title">
        Sheets
      </h2>
      {progress ? (
        <div class="stack" data-testid="set-up-progress">
          <progress
            max={progress.total}
            value={progress.sheets + progress.share}
            aria-label="Sheets on the board"
          />
          <p role="status">
            {progress.sheets} of {progress.total} are on the board.
            {progress.waiting && ' Waiting a moment: Miro allows so many calls a minute.'}
          </p>
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="set-up-cancel"
            onClick={() => setUp.cancelDrop()}
          >
            Stop
          </button>
        </div>
      ) : all === 0 ? (
        <p class="hint">Each engineer on the list gets a sheet.</p>
      ) : (
        <>
          <p class="hint">
            {missing === 0
              ? `All ${sheets(all)} stand on the board.`
              : `${sheets(all)} in empty space, with an overview that leads to each.${all > 8 ? ' It takes a minute or two.' : ''}`}
          </p>
          <div class="actions">
            {missing > 0 && (
              <button
                type="button"
                class="button button-secondary button-small"
                data-testid="set-up-drop"
                onClick={() => void setUp.dropSheets()}
              >
                {missing < all ? `Put the missing ${missing} there` : `Put ${sheets(all)} on the board`}
              </button>
            )}
            <button
              type="button"
              class="button button-tertiary button-small"
              data-testid="set-up-message"
              onClick={() => void setUp.copyMessage()}
            >
              Copy a message for everybody
            </button>
          </div>
        </>
      )}
    </section>
  );
}
