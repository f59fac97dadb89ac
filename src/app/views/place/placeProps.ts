/** What a view of the place of the role is about. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';

export interface PlaceProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}
