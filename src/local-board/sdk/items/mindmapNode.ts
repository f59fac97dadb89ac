/** A node of a mind map as an app holds it; only the experimental board tells of them (websdk-reference-mindmap). */
import type { MindmapNode as MiroNode } from '@mirohq/websdk-types';
import { asItems, ask, type Data, idOf, type MethodsOf, own, show } from './held.ts';
import { Item } from './item.ts';

export class MindmapNode extends Item implements MethodsOf<MiroNode> {
  async add<T extends { readonly id: string }>(item: T): Promise<T> {
    const { source, known } = own(this);
    const answer = await ask<{ node: Data; item: Data }>(this, 'MINDMAP_ADD', {
      node: known.id,
      item: idOf(item),
    });
    show(this, source, answer.node);
    show(item, source, answer.item);
    return item;
  }
  async getChildren(): Promise<never[]> {
    return asItems(own(this).source, await ask<Data[]>(this, 'MINDMAP_GET_CHILDREN'));
  }
}
