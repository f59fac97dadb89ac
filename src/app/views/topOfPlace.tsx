/** What stands above a place: what asks for an answer, and the one useful next thing. It comes a moment after the place. */
import type { SheetModel } from '../models/sheet/sheetModel.ts';
import type { SheetView } from '../models/sheet/sheetView.ts';
import type { Tab } from '../models/tab.ts';
import type { Workshop } from '../models/workshop.ts';
import { FoundHelp } from './found/foundHelp.tsx';
import { lazyView } from './parts/lazyView.tsx';
import { Next } from './steps/next.tsx';
import { UnseenOffer } from './unseen/unseenOffer.tsx';

const UnseenViews = lazyView(async () => (await import('./unseen/unseen.tsx')).UnseenViews);

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly tab: Tab;
  /** A session is on, whose stage says what to do now. */
  readonly led: boolean;
}

export function TopOfPlace({ workshop, sheet, view, tab, led }: Props) {
  const unseen = sheet.unseen.value !== null;
  return (
    <>
      <FoundHelp workshop={workshop} sheet={sheet} />
      {tab === 'write' && asksHow(view) && <UnseenOffer sheet={sheet} view={view} />}
      {unseen && tab !== 'export' && (
        <UnseenViews workshop={workshop} sheet={sheet} view={view} withNext={tab === 'write'} led={led} />
      )}
      {!unseen && tab === 'write' && <Next sheet={sheet} view={view} onlyPeople={asksHow(view)} led={led} />}
    </>
  );
}

/** The engineer is asked how views are given while nobody has given any, nor said how. */
const asksHow = ({ me, engineer, content, canWrite, total, notes }: SheetView): boolean =>
  canWrite &&
  total > 0 &&
  me.user === engineer &&
  content.blind.by === null &&
  [...notes.values()].every(({ mine, others, threads }) => !mine && others.length + threads.length === 0);
