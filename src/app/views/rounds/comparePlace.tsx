/** The Compare place: how far both sides agree now, the rounds, and one of these opened in its stead. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RoundsPlace } from '../../models/rounds/roundMoments.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import type { Workshop } from '../../models/workshop.ts';
import { lazyView } from '../parts/lazyView.tsx';
import { takeFocus } from '../parts/takeFocus.ts';
import { Compare } from './compare.tsx';
import { openerOf, RoundsGroup } from './roundsGroup.tsx';
import { Since } from './since.tsx';
import { useRounds } from './useRounds.ts';

const RoundsScreen = lazyView(async () => (await import('./roundsScreen.tsx')).RoundsScreen);

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly onOpen: (note: NoteView) => void;
  /** Missing where it is wide already. */
  readonly onWide?: (place?: RoundsPlace) => void;
  readonly onExport?: () => void;
  /** One of the rounds' places to show first. */
  readonly first?: RoundsPlace;
}

export function ComparePlace({ workshop, sheet, view, onOpen, onWide, onExport, first }: Props) {
  const rounds = useRounds(sheet, first);
  const at = rounds?.at.value ?? { kind: 'list' };
  const last = useRef(at);
  // Who comes back finds themselves where they left.
  useLayoutEffect(() => {
    if (at.kind === 'list' && last.current.kind !== 'list')
      takeFocus(document.getElementById(openerOf(last.current)) ?? document.getElementById('rounds-title'));
    last.current = at;
  }, [at]);

  if (rounds && at.kind !== 'list')
    return (
      <RoundsScreen
        workshop={workshop}
        sheet={sheet}
        view={view}
        rounds={rounds}
        place={at}
        onOpen={onOpen}
        {...(onWide ? { onWide } : {})}
      />
    );
  return (
    <>
      {rounds && <Since view={view} rounds={rounds} />}
      <Compare
        sheet={sheet}
        view={view}
        company={sheet.company.value}
        onOpen={onOpen}
        {...(onWide ? { onWide: () => onWide() } : {})}
        {...(onExport ? { onExport } : {})}
      >
        {rounds && <RoundsGroup view={view} rounds={rounds} />}
      </Compare>
    </>
  );
}
