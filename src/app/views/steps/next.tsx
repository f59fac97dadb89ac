/** One useful next thing, computed, never more than one. */

import { showRound } from '../../models/rounds/showRound.ts';
import type { ToSignNext } from '../../models/rounds/toSign.ts';
import { toSignPart } from '../../models/rounds/toSignPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { type NextThing, nextThing } from '../../models/steps/nextThing.ts';
import type { StepNext } from '../../models/steps/stepsNext.ts';
import { stepsNextPart } from '../../models/steps/stepsNextPart.ts';

type Offer =
  | { readonly kind: 'thing'; readonly offer: NextThing }
  | { readonly kind: 'sign'; readonly offer: ToSignNext }
  | { readonly kind: 'step'; readonly offer: StepNext };

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  /** Something else is asked in this place: only who waits to be let in comes beside it. */
  readonly onlyPeople?: boolean;
  /** A session leads: its stages take people from step to step. */
  readonly led?: boolean;
}

export function Next({ sheet, view, onlyPeople = false, led = false }: Props) {
  const next = useOffer(sheet, view, led);
  if (!next || (onlyPeople && !isAboutSomebody(next))) return null;
  return (
    <div class="next" data-testid="next">
      <p dir="auto">{next.offer.words}</p>
      <button
        type="button"
        class="button button-primary button-small"
        data-testid={next.kind === 'step' ? `next-${next.offer.step}` : undefined}
        onClick={() => take(sheet, next)}
      >
        {next.offer.action}
      </button>
    </div>
  );
}

const isAboutSomebody = (next: Offer): boolean => next.kind === 'thing' && next.offer.kind === 'confirm';

/** People come before steps that others wait for, these before notes; a round is signed when its talk is over. */
function useOffer(sheet: SheetModel, view: SheetView, led: boolean): Offer | null {
  const thing = nextThing(view);
  const steps = sheet.part(stepsNextPart).value;
  const first = led ? null : steps?.first.value;
  const sign = view.content.closings.length > 0 ? sheet.part(toSignPart).value?.next.value : null;
  const later = led ? null : steps?.later.value;
  if (thing?.kind === 'confirm') return { kind: 'thing', offer: thing };
  if (first) return { kind: 'step', offer: first };
  if (thing?.kind === 'note') return { kind: 'thing', offer: thing };
  if (sign) return { kind: 'sign', offer: sign };
  if (later) return { kind: 'step', offer: later };
  return thing && { kind: 'thing', offer: thing };
}

function take(sheet: SheetModel, next: Offer): void {
  if (next.kind === 'sign') void showRound(sheet, next.offer.round);
  else if (next.kind === 'step') sheet.step.value = next.offer.step;
  else if (next.offer.kind === 'confirm') sheet.confirm(next.offer.user, next.offer.role);
  else if (next.offer.kind === 'note') sheet.open(next.offer.note);
  else if (next.offer.kind === 'ask') void sheet.askForView();
  else sheet.show('export');
}
