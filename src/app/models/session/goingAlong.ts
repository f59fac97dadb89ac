/**
 * Coming along to what the facilitator shows: an offer that each person takes up or not; by itself where the facilitator
 * has said so before. Either way there is a way back to where they were.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { type Bring, bringsAlong } from '../../../annotations/session/said.ts';
import type { Box } from '../../../base/box.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardPort } from '../../../board/port.ts';
import type { Attending } from '../../../miro/attending.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import type { Tab } from '../tab.ts';
import { onlyLookingPart } from '../talk/onlyLooking.ts';
import type { Live } from './liveCore.ts';

export interface GoingAlongContext {
  readonly platform: { readonly board: Pick<BoardPort, 'show'>; openAttending(): Promise<Attending> };
  readonly list: Pick<SheetList, 'entries' | 'choose'> & {
    readonly current: ReadonlySignal<SheetModel | null>;
  };
  readonly tab: Signal<Tab>;
  readonly starting: Signal<boolean>;
  readonly atSession: Signal<boolean>;
}

export interface GoingAlong {
  /** Whether there is a place to go back to. */
  readonly away: ReadonlySignal<boolean>;
  go(bring: Bring): Promise<void>;
  goBack(): Promise<void>;
  readonly dispose: Disposer;
}

interface Place {
  readonly sheet: SheetModel | null;
  readonly tab: Tab;
  readonly note: SheetModel['openNote']['value'];
  readonly step: SheetModel['step']['value'];
  readonly atSession: boolean;
  readonly view: Box | null;
}

type Offers = Pick<Live, 'offer' | 'answerOffer' | 'content' | 'planned'>;

export function goingAlong(
  { platform, list, tab, starting, atSession }: GoingAlongContext,
  live: Offers,
): GoingAlong {
  const owned = disposers();
  const before = signal<Place | null>(null);
  const here = async (): Promise<Place> => {
    const sheet = list.current.peek();
    // Where the board does not say, there is a way back in the panel all the same.
    const view = await platform
      .openAttending()
      .then((one) => one.where())
      .catch(() => null);
    return {
      sheet,
      tab: tab.peek(),
      note: sheet?.openNote.peek() ?? null,
      step: sheet?.step.peek() ?? null,
      atSession: atSession.peek(),
      view,
    };
  };

  const go = async (bring: Bring): Promise<void> => {
    live.answerOffer();
    // Who is brought twice goes back to where they were at first.
    const place = before.peek() ?? (await here());
    before.value = place;
    if (bring.sheet !== null && list.entries.peek().some(({ id }) => id === bring.sheet)) {
      list.choose(bring.sheet);
      starting.value = false;
      atSession.value = false;
    }
    const sheet = list.current.peek();
    // Who was only brought here has nothing to say of themselves.
    if (sheet && sheet.id === bring.sheet && live.planned(sheet.id) === null)
      (await sheet.loaded(onlyLookingPart)).on.value = true;
    if (bring.place) {
      tab.value = bring.place;
      if (sheet) {
        sheet.openNote.value = null;
        sheet.step.value = null;
      }
    }
    const frame = bring.frame ?? (bring.sheet !== null && sheet ? sheet.view.peek()?.content.frame : null);
    // On the board nothing may move where it is refused; the panel has gone along.
    if (frame) await platform.board.show([frame]).catch(() => undefined);
  };

  owned.add(
    effect(() => {
      const offer = live.offer.value;
      if (offer && bringsAlong(live.content.value.said)) untracked(() => void go(offer));
    }),
  );

  return {
    away: computed(() => before.value !== null),
    go,
    async goBack() {
      const place = before.peek();
      before.value = null;
      if (!place) return;
      if (place.sheet) list.choose(place.sheet.id);
      tab.value = place.tab;
      atSession.value = place.atSession;
      if (place.sheet) {
        place.sheet.openNote.value = place.note;
        place.sheet.step.value = place.step;
      }
      const { view } = place;
      if (view)
        await platform
          .openAttending()
          .then((one) => one.lookAt(view))
          .catch(() => undefined);
    },
    dispose: owned.dispose,
  };
}
