/** What the app asks for, in the words of Miro's create methods. */
import type { NewItem } from '../board/item.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro, SdkItem } from './sdk.ts';
import { contentOf, linkedContentOf, styledContentOf } from './writtenContent.ts';

const ink = '#1a1a1a';

export function createItem(miro: Miro, calls: Calls, item: NewItem): Promise<SdkItem> {
  return calls<SdkItem>(credits.level1, () => request(miro, item));
}

function request(miro: Miro, item: NewItem): Promise<SdkItem> {
  const { x, y, width, height } = item.box;
  switch (item.kind) {
    case 'frame':
      return miro.board.createFrame({
        title: item.title,
        x,
        y,
        width,
        height,
        ...(item.fill ? { style: { fillColor: item.fill } } : {}),
      });
    case 'sticky':
      // Width or height, never both: the other follows (sticky-note page).
      return miro.board.createStickyNote({
        x,
        y,
        width,
        shape: item.wide ? 'rectangle' : 'square',
        content: contentOf(item.text),
        style: { fillColor: item.colour },
      });
    case 'text':
      return miro.board.createText({
        x,
        y,
        width,
        content: item.link
          ? linkedContentOf(item.text, item.link)
          : styledContentOf(item.text, item.look.bold),
        style: {
          fontSize: item.look.size,
          color: item.look.colour ?? ink,
          textAlign: item.look.align ?? 'left',
        },
      });
    case 'shape':
      return miro.board.createShape({
        x,
        y,
        width,
        height,
        shape: item.shape,
        content: styledContentOf(item.text, item.look.bold),
        style: {
          fillColor: item.fill,
          color: item.look.colour ?? ink,
          fontSize: item.look.size,
          textAlign: item.look.align ?? 'left',
          textAlignVertical: item.verticalAlign ?? 'middle',
          // Miro's default border is white; without a wish there is none.
          borderWidth: item.border ? 2 : 0,
          ...(item.border ? { borderColor: item.border } : {}),
        },
      });
  }
}
