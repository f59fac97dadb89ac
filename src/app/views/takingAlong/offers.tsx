/** What a person said on another board, offered to them here: from this browser, or as somebody else brought it along. */
import { useState } from 'preact/hooks';
import type { BroughtDesk } from '../../../annotations/brought.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { laterWords, removeBrought, takeUp } from '../../models/takingAlong/takingUp.ts';
import { dayOf, wordsInWords } from '../../models/words/wordsInWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { useKept } from './useKept.ts';

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function Offers({ workshop, sheet, view }: Props) {
  const brought = view.content.brought.find(({ desk }) => desk.owner === view.me.user);
  return brought ? (
    <BroughtOffer workshop={workshop} sheet={sheet} view={view} brought={brought} />
  ) : (
    <KeptOffer workshop={workshop} sheet={sheet} view={view} />
  );
}

function KeptOffer({ workshop, sheet }: Props) {
  const { along } = workshop;
  const [newest] = useKept(workshop, sheet.id) ?? [];
  if (!newest || along.declined(sheet.id)) return null;
  const { mine, archive } = newest;
  return (
    <div class="ask" data-testid="kept-offer">
      <p>
        You have spoken of this sheet on another board: {wordsInWords(mine)}, last on {dayOf(mine.last)}. This
        browser still has it.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="kept-take"
          onClick={() => along.begin(sheet, archive)}
        >
          Take it along…
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="kept-decline"
          onClick={() => along.decline(sheet.id)}
        >
          No, thanks
        </button>
      </div>
    </div>
  );
}

function BroughtOffer({ workshop, sheet, view, brought }: Props & { brought: BroughtDesk }) {
  const [removing, setRemoving] = useState(false);
  const later = sheet.blind.value;
  const by = view.participants.find(({ user }) => user === brought.by)?.name || 'Somebody';
  const said = wordsInWords({ stances: brought.desk.stances.size, remarks: brought.desk.remarks.length });
  const words = [said, brought.beside ? 'what stood around the notes' : ''].filter((part) => part !== '');
  const button = (testid: string, word: string, run: () => void, kind: 'secondary' | 'tertiary') => (
    <button
      type="button"
      class={
        kind === 'secondary' ? 'button button-secondary button-small' : 'button button-tertiary button-small'
      }
      data-testid={testid}
      onClick={run}
    >
      {word}
    </button>
  );
  return (
    <div class="ask" data-testid="brought-offer">
      {removing ? (
        <>
          <p>Remove it for everybody here? Nobody can bring it to this sheet again; you yourself can.</p>
          <div class="actions">
            {button('brought-keep', 'Keep it', () => setRemoving(false), 'secondary')}
            {button('brought-remove-yes', 'Remove it', () => removeBrought(workshop, sheet), 'tertiary')}
          </div>
        </>
      ) : (
        <>
          <p>
            <bdi>{by}</bdi> brought along what you said of this sheet on another board: {words.join(', ')}. It
            is shown here to read{later ? `. ${laterWords}` : ', and counts once you make it yours.'}
          </p>
          <div class="actions">
            {!later &&
              button('brought-adopt', 'Make it mine here', () => takeUp(workshop, sheet), 'secondary')}
            {button('brought-remove', 'Remove it…', () => setRemoving(true), 'tertiary')}
          </div>
        </>
      )}
    </div>
  );
}
