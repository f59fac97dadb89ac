/** What every screen of the rounds is given. */
import type { RoundsPlace } from '../../models/rounds/roundMoments.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import type { Workshop } from '../../models/workshop.ts';

export interface RoundsScreenProps {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly rounds: Rounds;
  readonly place: Exclude<RoundsPlace, { kind: 'list' }>;
  readonly onOpen: (note: NoteView) => void;
  /** Missing where it is wide already. */
  readonly onWide?: (place?: RoundsPlace) => void;
}
