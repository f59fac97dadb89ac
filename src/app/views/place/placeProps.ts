/** What a view of the place of the role is about. */
import type { SheetModel } from '../../models/sheetModel.ts';
import type { SheetView } from '../../models/sheetView.ts';

export interface PlaceProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}
