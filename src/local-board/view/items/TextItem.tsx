/** A text on the board: no box of its own, its height follows from what it says. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TextData } from '../../model/item.ts';
import { safeColour } from '../content/colours.ts';
import { Editor } from '../content/Editor.tsx';
import { parseContent, show } from '../content/richText.ts';
import { fontOf, type ItemProps, itemAttributes, labelOf } from './itemProps.ts';

export function TextItem(props: ItemProps<TextData>): JSX.Element {
  const { item, editing } = props;
  const nodes = useMemo(() => parseContent(item.content), [item.content]);
  const { style, ...attributes } = itemAttributes(props);
  return (
    <div
      {...attributes}
      class="item text"
      style={{
        ...style,
        color: safeColour(item.style.color, '#1a1a1a'),
        background: safeColour(item.style.fillColor, 'transparent'),
        fontFamily: fontOf(item.style.fontFamily),
        fontSize: `${item.style.fontSize}px`,
        textAlign: item.style.textAlign,
      }}
    >
      {editing ? (
        <Editor content={item.content} label={labelOf(item)} onDone={props.onWritten} />
      ) : (
        <div class="content">{nodes.length > 0 ? show(nodes) : <span class="hint">Type something</span>}</div>
      )}
    </div>
  );
}
