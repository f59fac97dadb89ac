/** A node of a mind map, with the branch that joins it to its parent. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Box, left, top } from '../../../base/box.ts';
import type { MindmapNodeData } from '../../model/item.ts';
import { inkOn, safeColour } from '../content/colours.ts';
import { Editor } from '../content/Editor.tsx';
import { parseContent, show } from '../content/richText.ts';
import { type ItemProps, itemAttributes, labelOf } from './itemProps.ts';

const lines = { normal: 'solid', dashed: 'dashed', dotted: 'dotted' } as const;
const corners = { rectangle: '2px', round_rectangle: '12px', pill: '999px' } as const;

/** Words without a border stand on their branch; a node with one is joined at its middle. */
const joinedAt = ({ y, height }: Box, { nodeView }: MindmapNodeData): number =>
  nodeView.type === 'text' ? y + height / 2 - 1 : y;

interface Joined {
  readonly node: MindmapNodeData;
  readonly box: Box;
}

/** From the parent's edge to the child's, curved along the way the map grows; from the child's top-left corner. */
function branch({ node, box: parent }: Joined, { node: below, box: child }: Joined): string {
  const [dx, dy] = [child.x - parent.x, child.y - parent.y];
  const level = node.layout === 'horizontal';
  const side = Math.sign(level ? dx : dy) || 1;
  const from = level
    ? { x: parent.x + (side * parent.width) / 2, y: joinedAt(parent, node) }
    : { x: parent.x, y: parent.y + (side * parent.height) / 2 };
  const to = level
    ? { x: child.x - (side * child.width) / 2, y: joinedAt(child, below) }
    : { x: child.x, y: child.y - (side * child.height) / 2 };
  const put = (x: number, y: number) => `${x - left(child)},${y - top(child)}`;
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const bends = level
    ? `${put(half.x, from.y)} ${put(half.x, to.y)}`
    : `${put(from.x, half.y)} ${put(to.x, half.y)}`;
  return `M${put(from.x, from.y)} C${bends} ${put(to.x, to.y)}`;
}

export function MindmapNode(props: ItemProps<MindmapNodeData>): JSX.Element {
  const { item, board, editing } = props;
  const { items, places } = board.state;
  // Read here, since the branch changes when either of its two ends moves.
  const box = places.get(item.id) ?? props.box;
  const parentId = items.get(item.id)?.parentId ?? null;
  const { nodeView } = item;
  const nodes = useMemo(() => parseContent(nodeView.content), [nodeView.content]);
  const colour = safeColour(nodeView.style.color, '#4262ff');
  const parent = parentId === null ? undefined : items.get(parentId);
  const parentBox = parent && places.get(parent.id);
  const { style, ...attributes } = itemAttributes(props);
  const fill = nodeView.style.fillOpacity;
  const look =
    nodeView.type === 'shape'
      ? {
          border: `2px ${lines[nodeView.style.borderStyle]} ${colour}`,
          borderRadius: corners[nodeView.shape],
          background: `color-mix(in srgb, ${colour} ${fill * 100}%, #ffffff)`,
          color: fill > 0.6 && colour.length === 7 ? inkOn(colour) : '#1a1a1a',
        }
      : // The branch goes on under the words.
        { color: '#1a1a1a', borderBottom: `2px ${lines[nodeView.style.borderStyle]} ${colour}` };
  return (
    <div
      {...attributes}
      class={item.isRoot ? 'item mindmap-node root' : 'item mindmap-node'}
      style={{ ...style, ...look, fontSize: `${nodeView.style.fontSize}px` }}
    >
      {parent?.type === 'mindmap_node' && parentBox && (
        <svg class="branch" width="1" height="1" aria-hidden="true">
          <path
            d={branch({ node: parent, box: parentBox }, { node: item, box })}
            fill="none"
            stroke={colour}
            stroke-width="2"
          />
        </svg>
      )}
      {editing ? (
        <Editor content={nodeView.content} label={labelOf(item)} onDone={props.onWritten} />
      ) : (
        <div class="content">{nodes.length > 0 ? show(nodes) : <span class="hint">Idea</span>}</div>
      )}
    </div>
  );
}
