/** The document as a frame of text beside the sheet; loaded when the Export place is opened. */
import { definePart } from '../sheet/parts.ts';

export const boardPagePart = definePart(async () => (await import('./boardPage.ts')).openBoardPage);
