/**
 * What a person does with a sheet. Loaded in one piece when the first screen is there, so that it is here when they
 * first click; what they do still sooner waits for it.
 */

import { type BoardNotes, openBoardNotes } from '../board/boardNotes.ts';
import { openWordings, type Wordings } from '../board/wordings.ts';
import { openWriting, type Writing } from '../board/writing.ts';
import { type LayoutHelp, openLayoutHelp } from '../layout/layoutHelp.ts';
import { askForView } from '../talk/askForView.ts';
import { openSpeaking, type Speaking } from '../talk/speaking.ts';
import { talking } from '../talk/talking.ts';
import type { Disposable, SheetContext } from './parts.ts';

export interface Hands extends Disposable, Speaking, Wordings, Writing {
  readonly layout: LayoutHelp;
  readonly notes: BoardNotes;
  /** A message that asks the manager for their view. */
  askForView(): Promise<void>;
}

export function openHands(context: SheetContext): Hands {
  const { documents, me, now, hiding, platform } = context;
  const layout = openLayoutHelp(context);
  const speech = talking({ desk: documents.myDesk, name: me.name, now, newId: platform.newId, hiding });
  return {
    layout,
    notes: openBoardNotes(context),
    ...openSpeaking(context, speech),
    ...openWordings(context, speech),
    ...openWriting(context, layout),
    askForView: () => askForView(context),
    dispose: () => undefined,
  };
}
