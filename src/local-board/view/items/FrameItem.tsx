/**
 * A frame: a sheet of paper below everything else. Only its border can be grabbed here (and its title, which lies
 * above the board in FrameTitles.tsx), so that dragging inside a large frame still pans the board.
 */
import type { JSX } from 'preact';
import type { FrameData } from '../../model/item.ts';
import { safeColour } from '../content/colours.ts';
import { type ItemProps, itemAttributes } from './itemProps.ts';

/** Pixels of border that can be grabbed. */
const grip = 10;

export function FrameItem(props: ItemProps<FrameData>): JSX.Element {
  const { style, ...attributes } = itemAttributes(props);
  const fill = safeColour(props.item.style.fillColor, '#ffffff');
  const wide = `${grip * props.grain}px`;
  const out = `${(-grip * props.grain) / 2}px`;
  return (
    <div
      {...attributes}
      class="item frame"
      style={{ ...style, background: fill === 'transparent' ? '#ffffff' : fill }}
    >
      <span class="grip" style={{ left: out, right: out, top: out, height: wide }} />
      <span class="grip" style={{ left: out, right: out, bottom: out, height: wide }} />
      <span class="grip" style={{ top: out, bottom: out, left: out, width: wide }} />
      <span class="grip" style={{ top: out, bottom: out, right: out, width: wide }} />
    </div>
  );
}
