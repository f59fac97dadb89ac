/** What an app can do with every item that has a place of its own. */
import type { BaseItem as MiroItem } from '@mirohq/websdk-types';
import { asItems, ask, type Data, idOf, type MethodsOf, own, sync } from './held.ts';

/** What the app itself stored; its type is the app's word. */
type Values = never;

/** What the board does for anything that metadata can be put on. */
export class Noted {
  sync(): Promise<void> {
    return sync(this);
  }
  getMetadata(key?: string): Promise<Values> {
    return ask<Values>(this, 'WIDGET_GET_METADATA', { key });
  }
  setMetadata(key: string, value: unknown): Promise<Values> {
    return ask<Values>(this, 'WIDGET_SET_METADATA', { key, value });
  }
}

export class Item extends Noted implements MethodsOf<MiroItem> {
  goToLink(): Promise<boolean> {
    return ask(this, 'WIDGET_GO_TO_LINK');
  }
  async bringToFront(): Promise<void> {
    await ask(this, 'BRING_TO_FRONT', { ids: [own(this).known.id] });
  }
  async sendToBack(): Promise<void> {
    await ask(this, 'SEND_TO_BACK', { ids: [own(this).known.id] });
  }
  async bringInFrontOf(target: { readonly id: string }): Promise<void> {
    await ask(this, 'BRING_IN_FRONT_OF', { ids: [own(this).known.id], target: idOf(target) });
  }
  async sendBehindOf(target: { readonly id: string }): Promise<void> {
    await ask(this, 'SEND_BEHIND_OF', { ids: [own(this).known.id], target: idOf(target) });
  }
  getLayerIndex(): Promise<number> {
    return ask(this, 'GET_LAYER_INDEX');
  }
  async getConnectors(): Promise<never[]> {
    return asItems(own(this).source, await ask<Data[]>(this, 'GET_CONNECTORS'));
  }
  getAiContext(): Promise<string> {
    const message =
      'getAiContext is in the types of Miro and on none of its pages; the board has nothing to say.';
    return Promise.reject(new Error(message));
  }
}

export class StickyNote extends Item {}
export class Text extends Item {}
export class Shape extends Item {}
export class Unsupported extends Item {}
