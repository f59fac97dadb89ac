/**
 * App cards belong to the app that made them, told by its origin. Other apps may read them and move them, and nothing
 * else (websdk-reference-app-card); that they may not remove them either is our harsher reading.
 */
import type { ItemData } from './item.ts';

/** Whether this is another app's card. Hands may do with it what they like. */
export const isStrangeTo = (
  item: ItemData,
  { by, app }: { readonly by: 'hand' | 'app'; readonly app: string | undefined },
): boolean => item.type === 'app_card' && by === 'app' && item.app !== app;

/** What becomes of an item on its way into any copy: a duplicate, a pasted one, a copied board. */
export const copyOfItem = <Item extends ItemData>(item: Item): Item =>
  item.type === 'app_card' ? { ...item, status: 'disconnected' } : item;
