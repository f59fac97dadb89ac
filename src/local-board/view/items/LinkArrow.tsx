/** The arrow at the top right of an item that links to somewhere. */
import type { JSX } from 'preact';
import { right, top } from '../../../base/box.ts';
import type { ItemData } from '../../model/item.ts';
import type { Board } from '../board.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../links.ts';
import { seen } from '../state/places.ts';
import { labelOf } from './itemProps.ts';

export function LinkArrow(props: {
  readonly board: Board;
  readonly item: ItemData;
  readonly link: string;
}): JSX.Element | null {
  const { board, item, link } = props;
  const place = board.state.places.get(item.id);
  if (!place) return null;
  const box = seen(item, place);
  return (
    <button
      type="button"
      class="link-arrow"
      style={{ left: `${right(box)}px`, top: `${top(box)}px` }}
      aria-label={`Follow the link of ${labelOf(item)}`}
      title={link}
      data-testid={`link-${item.id}`}
      onClick={() => followLink(board, link)}
    >
      <Icon name="arrow" />
    </button>
  );
}
