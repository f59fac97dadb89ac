/**
 * Changing a frame's child where Miro refuses to move it (its error page knows such a refusal): taken out, changed and
 * put back. A refusal on the way undoes what was done so far, since a note left outside its frame would be lost to it.
 */
import type { Frame } from '@mirohq/websdk-types';
import type { Point } from '../base/box.ts';
import type { ItemId } from '../workshop/ids.ts';
import { parentOf } from './items.ts';
import type { SdkItem } from './sdk.ts';

/** How often putting it back is tried, at once: without it nobody would know where it belongs. */
const attempts = 4;

/** Properties of an item, with its place on the board. */
export type Fields = Point & Readonly<Record<string, unknown>>;

export interface Board {
  read(id: ItemId): Promise<SdkItem>;
  sync(item: SdkItem): Promise<void>;
  takeOut(frame: Frame, item: SdkItem): Promise<void>;
  putIn(frame: Frame, item: SdkItem): Promise<void>;
}

export async function moveChild(
  board: Board,
  frame: Frame,
  child: SdkItem,
  { before, after }: { readonly before: Fields; readonly after: Fields },
): Promise<void> {
  const id = child.id as ItemId;
  const set = async (fields: Fields): Promise<void> => {
    const free = await board.read(id);
    Object.assign(free, fields);
    await board.sync(free);
    await board.putIn(frame, free);
  };
  await board.takeOut(frame, child);
  try {
    await set(after);
  } catch (error) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        // Put in after all, though the answer was a refusal.
        if (parentOf(await board.read(id)) === frame.id) break;
        await set(before);
        break;
      } catch {
        // Tried again; what went wrong first is what is told.
      }
    }
    throw error;
  }
}
