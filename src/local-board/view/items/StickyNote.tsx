/** A sticky note: a coloured face with its text as large as fits, its tags below, its shadow under it. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { StickyNoteData } from '../../model/item.ts';
import { inkOn, stickyFill, tagFill } from '../content/colours.ts';
import { Editor } from '../content/Editor.tsx';
import { fitText, wordMeasure } from '../content/fitText.ts';
import { linesOf, parseContent, show } from '../content/richText.ts';
import { faceShare } from '../state/places.ts';
import { type ItemProps, itemAttributes, labelOf } from './itemProps.ts';

const measure = wordMeasure("'Open Sans', 'Noto Sans', system-ui, sans-serif");

export function StickyNote(props: ItemProps<StickyNoteData>): JSX.Element {
  const { item, box, editing, tags } = props;
  const nodes = useMemo(() => parseContent(item.content), [item.content]);
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const lines = editing && typed ? typed : linesOf(nodes);
  // A note's text grows with the note. One unit is a square note's side at its default size.
  const unit = (box.height * faceShare) / 199;
  const padding = 14 * unit;
  const tagRows = tags.length > 0 ? 26 * unit : 0;
  const smallest = 4 * unit;
  const size = useMemo(
    () =>
      fitText(
        lines,
        {
          width: box.width - 2 * padding,
          height: box.height * faceShare - 2 * padding - tagRows,
          smallest,
          largest: 36 * unit,
        },
        measure,
      ),
    [lines.join('\n'), box.width, box.height, tagRows],
  );
  const fill = stickyFill(item.style.fillColor);
  const vertical = { top: 'flex-start', middle: 'center', bottom: 'flex-end' }[item.style.textAlignVertical];
  return (
    <div {...itemAttributes(props)} class="item sticky" data-color={item.style.fillColor}>
      <div
        class="sticky-face"
        style={{
          height: `${faceShare * 100}%`,
          background: fill,
          color: inkOn(fill),
          fontSize: `${size}px`,
          textAlign: item.style.textAlign,
          '--unit': `${unit}px`,
        }}
      >
        <div
          class={size > smallest ? 'sticky-text' : 'sticky-text overfull'}
          style={{ justifyContent: vertical, padding: `${padding}px` }}
        >
          {editing ? (
            <Editor
              content={item.content}
              label={labelOf(item)}
              onTyped={setTyped}
              onDone={(content, than) => {
                setTyped(null);
                props.onWritten(content, than);
              }}
            />
          ) : (
            <div class="content">{show(nodes)}</div>
          )}
        </div>
        {tags.length > 0 && (
          <ul class="tags" aria-label="Tags">
            {tags.map((tag) => (
              <li key={tag.id} style={{ background: tagFill(tag.color), color: inkOn(tagFill(tag.color)) }}>
                {tag.title}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
