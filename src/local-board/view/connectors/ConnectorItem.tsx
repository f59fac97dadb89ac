/**
 * A connector: a line between two items, with its caps and captions. It reads where its items lie by itself, so it
 * follows them while they are dragged. Only the line can be grabbed, not the box around it.
 */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { left, top } from '../../../base/box.ts';
import type { ConnectorData } from '../../model/item.ts';
import { safeColour } from '../content/colours.ts';
import { Editor } from '../content/Editor.tsx';
import { parseContent, show } from '../content/richText.ts';
import { type ItemProps, itemAttributes, labelOf } from '../items/itemProps.ts';
import { toBoard } from '../looking/camera.ts';
import { type Cap, capScale } from './caps.ts';
import { captionAt, drawnOf } from './drawn.ts';
import type { Spot } from './line.ts';

const dashesOf = (style: ConnectorData['style']['strokeStyle'], width: number): string | undefined =>
  ({ normal: undefined, dashed: `${4 + 3 * width} ${3 + 2 * width}`, dotted: `0.1 ${2 + 2 * width}` })[style];

interface CapProps {
  readonly cap: Cap | undefined;
  readonly at: { readonly x: number; readonly y: number };
  readonly angle: number;
  readonly scale: number;
  readonly colour: string;
  readonly width: number;
}

function CapAt({ cap, at, angle, scale, colour, width }: CapProps): JSX.Element | null {
  if (!cap) return null;
  const fills = { line: colour, paper: '#ffffff', none: 'none' };
  return (
    <g transform={`translate(${at.x} ${at.y}) rotate(${angle}) scale(${scale})`}>
      {cap.paths.map(({ d, fill }) => (
        <path
          key={d}
          d={d}
          fill={fills[fill]}
          stroke={colour}
          stroke-width={width / scale}
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      ))}
    </g>
  );
}

/** Words along a line never stand on their heads. */
const upright = (angle: number): number =>
  angle > 90 || angle < -90 ? angle + (angle > 0 ? -180 : 180) : angle;

function captionStyle(spot: Spot, caption: ConnectorData['captions'][number], item: ConnectorData) {
  const turn = item.style.textOrientation === 'aligned' ? upright(spot.angle) : 0;
  const lift = { top: '-100%', middle: '-50%', bottom: '0%' }[caption.textAlignVertical];
  const gap = { top: -4, middle: 0, bottom: 4 }[caption.textAlignVertical];
  return {
    transform: `translate(${spot.x}px, ${spot.y}px) rotate(${turn}deg) translate(-50%, ${lift}) translateY(${gap}px)`,
  };
}

/** The words of an item at an end, for whoever cannot see the line. */
function nameAt({ board }: ItemProps<ConnectorData>, id: string): string {
  const item = board.state.items.get(id);
  return item ? labelOf(item) : 'something';
}

export function ConnectorItem(props: ItemProps<ConnectorData>): JSX.Element | null {
  const { item, board, editing, selected } = props;
  const { items, places, camera, zoomStep } = board.state;
  const grain = 1 / zoomStep.value;
  const box = places.get(item.id);
  const pointed = useRef<{ readonly index: number; readonly position: number } | undefined>(undefined);
  const drawn = drawnOf(item, items, places);
  if (!drawn || !box) return null;
  const { style } = item;
  const colour = safeColour(style.strokeColor, '#1a1a1a');
  // From afar a thin line would vanish.
  const width = Math.max(style.strokeWidth, 0.6 * grain);
  const scale = capScale(style.strokeWidth);
  const { start, end, line } = drawn;
  const said = item.captions.length > 0 ? `${labelOf(item)}. ` : 'Connector ';
  const label = `${said}From ${nameAt(props, item.start.item)} to ${nameAt(props, item.end.item)}`;
  const cap = { scale, colour, width };

  /** While it is being edited, the caption that was pointed at; the first, or one in the middle, by keyboard. */
  const first = { index: 0, position: item.captions[0]?.position ?? 0.5 };
  const written = editing ? (pointed.current ?? first) : undefined;
  const shown = item.captions.map((caption, index) => ({ caption, index }));
  if (written && !item.captions[written.index])
    shown.push({
      caption: { content: '', position: written.position, textAlignVertical: 'middle' },
      index: written.index,
    });

  function onDone(content: string): void {
    const at = written?.index ?? 0;
    pointed.current = undefined;
    if (board.state.editing.value === item.id) board.state.editing.value = null;
    const captions = shown
      .map(({ caption, index }) => (index === at ? { ...caption, content } : caption))
      .filter(({ content: words }) => words !== '');
    if ((item.captions[at]?.content ?? '') !== content)
      board.edits.change('The caption could not be changed.', [{ id: item.id, captions }]);
  }

  return (
    <div {...itemAttributes({ ...props, box }, label)} class="item connector">
      <div class="connector-plane" style={{ left: `${-left(box)}px`, top: `${-top(box)}px` }}>
        <svg class="connector-line" width="1" height="1" aria-hidden="true">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: where on the line it was, for the double click that edits */}
          <path
            class="reach"
            d={drawn.line.path}
            stroke-width={Math.max(14 * grain, width + 6)}
            onDblClick={({ clientX, clientY }) => {
              const canvas = board.engine.canvas?.getBoundingClientRect();
              const pixel = { x: clientX - (canvas?.left ?? 0), y: clientY - (canvas?.top ?? 0) };
              pointed.current = captionAt(item, line, toBoard(camera.peek(), pixel));
            }}
          />
          {selected && <path class="glow" d={drawn.path} stroke-width={width + 5 * grain} />}
          <path
            d={drawn.path}
            fill="none"
            stroke={colour}
            stroke-width={width}
            stroke-linecap={style.strokeStyle === 'dotted' ? 'round' : 'butt'}
            stroke-dasharray={dashesOf(style.strokeStyle, style.strokeWidth)}
          />
          <CapAt cap={drawn.startCap} at={start} angle={line.startAngle} {...cap} />
          <CapAt cap={drawn.endCap} at={end} angle={line.endAngle} {...cap} />
        </svg>
        {shown.map(({ caption, index }) => (
          <div
            key={index}
            class="caption"
            style={{
              ...captionStyle(line.at(caption.position), caption, item),
              color: safeColour(style.color, '#1a1a1a'),
              fontSize: `${style.fontSize}px`,
            }}
          >
            {written?.index === index ? (
              <Editor content={caption.content} label="Caption" onDone={onDone} />
            ) : (
              <div class="content">{show(parseContent(caption.content))}</div>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
