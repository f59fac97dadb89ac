/** A frame as an app holds it. */
import type { Frame as MiroFrame } from '@mirohq/websdk-types';
import { asItems, ask, type Data, idOf, type MethodsOf, own, show } from './held.ts';
import { Item } from './item.ts';

export class Frame extends Item implements MethodsOf<MiroFrame> {
  async add<T extends { readonly id: string }>(item: T): Promise<T> {
    return moveIn(this, item, 'FRAME_ADD');
  }
  async remove<T extends { readonly id: string }>(item: T): Promise<void> {
    await moveIn(this, item, 'FRAME_REMOVE');
  }
  async getChildren(): Promise<never[]> {
    return asItems(own(this).source, await ask<Data[]>(this, 'FRAME_GET_CHILDREN'));
  }
}

async function moveIn<T>(frame: Frame, item: T, name: 'FRAME_ADD' | 'FRAME_REMOVE'): Promise<T> {
  const { source, known } = own(frame);
  const answer = await ask<{ frame: Data; item: Data }>(frame, name, { frame: known.id, item: idOf(item) });
  show(frame, source, answer.frame);
  if (typeof item === 'object' && item !== null) show(item, source, answer.item);
  return item;
}
