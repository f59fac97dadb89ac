/** A shape with text in it: a box where a box will do, an SVG outline otherwise. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ShapeData } from '../../model/item.ts';
import { safeColour } from '../content/colours.ts';
import { Editor } from '../content/Editor.tsx';
import { parseContent, show } from '../content/richText.ts';
import { fontOf, type ItemProps, itemAttributes, labelOf } from './itemProps.ts';
import { cornerOf, isOpen, outlineOf } from './outlines.ts';

const dashesOf = (style: ShapeData['style']['borderStyle'], width: number): string | undefined =>
  ({ normal: undefined, dashed: `${4 + 3 * width} ${3 + 2 * width}`, dotted: `0.1 ${2 + 2 * width}` })[style];
const lines = { normal: 'solid', dashed: 'dashed', dotted: 'dotted' } as const;

function seeThrough(colour: string, opacity: number): string {
  if (colour === 'transparent' || opacity >= 1) return colour;
  return `color-mix(in srgb, ${colour} ${Math.max(0, opacity) * 100}%, transparent)`;
}

export function ShapeItem(props: ItemProps<ShapeData>): JSX.Element {
  const { item, box, editing } = props;
  const nodes = useMemo(() => parseContent(item.content), [item.content]);
  const { style, ...attributes } = itemAttributes(props);
  const look = item.style;
  const fill = seeThrough(safeColour(look.fillColor, 'transparent'), look.fillOpacity);
  const border = seeThrough(safeColour(look.borderColor, '#1a1a1a'), look.borderOpacity);
  const outline = outlineOf(item.shape, box.width, box.height);
  const boxed =
    outline === undefined
      ? {
          background: fill,
          borderRadius: cornerOf(item.shape),
          border:
            look.borderWidth > 0 ? `${look.borderWidth}px ${lines[look.borderStyle]} ${border}` : undefined,
        }
      : {};
  const vertical = { top: 'flex-start', middle: 'center', bottom: 'flex-end' }[look.textAlignVertical];
  return (
    <div
      {...attributes}
      class="item shape"
      style={{
        ...style,
        ...boxed,
        color: safeColour(look.color, '#1a1a1a'),
        fontFamily: fontOf(look.fontFamily),
        fontSize: `${look.fontSize}px`,
        textAlign: look.textAlign,
        justifyContent: vertical,
      }}
    >
      {outline !== undefined && (
        <svg class="outline" aria-hidden="true">
          <path
            d={outline}
            fill={isOpen(item.shape) ? 'none' : fill}
            stroke={look.borderWidth > 0 ? border : 'none'}
            stroke-width={look.borderWidth}
            stroke-linejoin="round"
            stroke-linecap={look.borderStyle === 'dotted' ? 'round' : 'butt'}
            stroke-dasharray={dashesOf(look.borderStyle, look.borderWidth)}
          />
        </svg>
      )}
      {editing ? (
        <Editor content={item.content} label={labelOf(item)} onDone={props.onWritten} />
      ) : (
        <div class="content">{show(nodes)}</div>
      )}
    </div>
  );
}
