/** A group as an app holds it (websdk-reference-group). */
import type { Group as MiroGroup } from '@mirohq/websdk-types';
import { asItems, ask, type Data, type MethodsOf, own, sync } from './held.ts';

export class Group implements MethodsOf<MiroGroup> {
  sync(): Promise<void> {
    return sync(this);
  }
  async getItems(): Promise<never[]> {
    return asItems(own(this).source, await ask<Data[]>(this, 'GROUP_GET_ITEMS'));
  }
  async ungroup(): Promise<never[]> {
    return asItems(own(this).source, await ask<Data[]>(this, 'GROUP_DISSOLVE'));
  }
}
