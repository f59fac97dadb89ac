import type { NoteDrafts } from '../../models/noteDrafts/noteDrafts.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';

export interface DraftsProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly notes: NoteDrafts;
}
