/** Nodes of mind maps, which only the experimental face knows (websdk-reference-mindmap). Trees are in ../mindmaps.ts. */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { MindmapNodeData } from '../item.ts';
import { textHeight } from '../textHeight.ts';
import { fontSize, type Kind, maybe, read, share, stroke } from './kind.ts';

function view(before: MindmapNodeData['nodeView'], value: unknown): MindmapNodeData['nodeView'] {
  if (value === undefined) return before;
  const given = check.record('nodeView', value);
  return {
    type: read(given, 'type', before.type, (name, type) =>
      check.oneOf(`nodeView.${name}`, type, ['shape', 'text'] as const),
    ),
    content: read(given, 'content', before.content, (_, content) => cleanContent('mindmap_node', content)),
    shape: read(given, 'shape', before.shape, (name, shape) =>
      check.oneOf(`nodeView.${name}`, shape, ['rectangle', 'round_rectangle', 'pill'] as const),
    ),
    style: check.style(
      before.style,
      { fontSize, color: check.hex, fillOpacity: share, borderStyle: stroke },
      given.style,
    ),
  };
}

const padding = 24;

export const mindmapNode: Kind<MindmapNodeData> = {
  blank: {
    type: 'mindmap_node',
    nodeView: {
      type: 'shape',
      content: '',
      shape: 'pill',
      style: { fontSize: 14, color: '#4262ff', fillOpacity: 0, borderStyle: 'normal' },
    },
    layout: 'horizontal',
    isRoot: true,
    childrenIds: [],
    width: 160,
    height: textHeight({ content: '', width: 160 - padding, fontSize: 14 }) + padding,
  },
  settable: ['nodeView', 'width', 'layout', 'direction'],
  change(before, fields) {
    const nodeView = view(before.nodeView, fields.nodeView);
    const width = read(fields, 'width', before.width, check.side);
    const inner = Math.max(20, width - padding);
    const height =
      textHeight({ content: nodeView.content, width: inner, fontSize: nodeView.style.fontSize }) + padding;
    return {
      type: 'mindmap_node',
      nodeView,
      width,
      height,
      layout: read(fields, 'layout', before.layout, (name, value) =>
        check.oneOf(name, value, ['horizontal', 'vertical'] as const),
      ),
      ...maybe(fields, 'direction', before.direction, (name, value) =>
        check.oneOf(name, value, ['start', 'end'] as const),
      ),
      isRoot: before.isRoot,
      childrenIds: before.childrenIds,
    };
  },
};
