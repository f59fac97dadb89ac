/** What every call of the SDK does, whichever room of Miro it is about. */
import type { CallName } from '../costs.ts';
import { actionsCalls } from './actions.ts';
import { collaborationCalls } from './collaboration.ts';
import type { Calls } from './desk.ts';
import { framesCalls } from './frames.ts';
import { groupsCalls } from './groups.ts';
import { historyCalls } from './history.ts';
import { idTokenCalls } from './idToken.ts';
import { itemsCalls } from './items.ts';
import { layersCalls } from './layers.ts';
import { mindmapsCalls } from './mindmaps.ts';
import { peopleCalls } from './people.ts';
import { picturesCalls } from './pictures.ts';
import { selectionCalls } from './selection.ts';
import { surfacesCalls } from './surfaces.ts';
import { timerCalls } from './timer.ts';
import { toolsCalls } from './tools.ts';
import { valuesCalls } from './values.ts';
import { viewportCalls } from './viewport.ts';

/** Calls that the frame itself answers (events, drags), in ../host.ts. */
export type FrameCall =
  | 'HELLO'
  | 'UI_REGISTER_EVENT'
  | 'UI_UNREGISTER_EVENT'
  | 'UI_DRAG_START'
  | 'UI_DRAG_MOVE'
  | 'UI_DRAG_DROP'
  | 'UI_DRAG_END';

export const calls: Calls<Exclude<CallName, FrameCall>> = {
  ...itemsCalls,
  ...framesCalls,
  ...groupsCalls,
  ...mindmapsCalls,
  ...selectionCalls,
  ...layersCalls,
  ...valuesCalls,
  ...peopleCalls,
  ...surfacesCalls,
  ...viewportCalls,
  ...historyCalls,
  ...actionsCalls,
  ...toolsCalls,
  ...timerCalls,
  ...idTokenCalls,
  ...picturesCalls,
  ...collaborationCalls,
};
