/** Where an item's link leads: to another item of this board, or out of it in a tab of its own. */
import type { Board } from './board.ts';

/** The item that a link on this board names, as Miro writes such links (websdk-reference: `linkedTo`). */
export function targetOf(
  link: string,
  here: string,
): { readonly item: string } | { readonly url: string } | undefined {
  const url = URL.parse(link, here);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const item = url.searchParams.get('moveToWidget');
  const board = URL.parse(here);
  const same = url.origin === board?.origin && url.pathname === board.pathname;
  return item !== null && same ? { item } : { url: url.href };
}

export function followLink({ state, looking, notices }: Board, link: string): void {
  const target = targetOf(link, window.location.href);
  if (!target) notices.tell('error', 'That link leads nowhere.');
  else if ('url' in target) window.open(target.url, '_blank', 'noopener,noreferrer');
  else if (state.items.has(target.item)) void looking.goTo([target.item]);
  else notices.tell('info', 'The item that this link leads to is not on the board any more.');
}
