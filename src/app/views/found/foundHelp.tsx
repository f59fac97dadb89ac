/** Where something about this sheet asks for an answer: its frame was edited by hand, or words of mine are elsewhere. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { Workshop } from '../../models/workshop.ts';
import { lazyView } from '../parts/lazyView.tsx';

const StrangeFrames = lazyView(async () => (await import('./strangeFrames.tsx')).StrangeFrames);
const Offers = lazyView(async () => (await import('../takingAlong/offers.tsx')).Offers);

export function FoundHelp({ workshop, sheet }: { workshop: Workshop; sheet: SheetModel }) {
  const { deleted, refound, copies, strangers, unfinished } = workshop.found;
  const strange =
    deleted.value.size + refound.value.size > 0 ||
    copies.value.length + strangers.value.length + unfinished.value.length > 0;
  const view = sheet.view.value;
  const mine = view?.talk.desks.get(view.me.user);
  /** Who has said nothing here may have said something elsewhere; whose words were brought along are asked about them. */
  const mayTake = view?.canWrite && (mine === undefined || mine.stances.size + mine.remarks.length === 0);
  const brought = view?.content.brought.some(({ desk }) => desk.owner === view.me.user);
  return (
    <>
      {strange && <StrangeFrames workshop={workshop} sheet={sheet} />}
      {view && (mayTake || brought) && <Offers workshop={workshop} sheet={sheet} view={view} />}
    </>
  );
}
