/** A tag as an app holds it. */
import type { Tag as MiroTag } from '@mirohq/websdk-types';
import { type MethodsOf, sync } from './held.ts';

export class Tag implements MethodsOf<MiroTag> {
  sync(): Promise<void> {
    return sync(this);
  }
}
