import type { LiveSession } from '../../models/session/live.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';

/** What a stage's screen works on: the sheet that is open, as everybody sees it. */
export interface ToolProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly live: LiveSession;
}
