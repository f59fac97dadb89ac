/** Items as a hand makes them, before the server has given them an id; and what of an item may be asked for. */
import type { Point } from '../../../base/box.ts';
import type { CardData, FrameData, ItemData, ShapeData, StickyNoteData, TextData } from '../../model/item.ts';

/** What a hand makes with the toolbar. */
export type ItemType = 'sticky_note' | 'text' | 'shape' | 'frame' | 'card';

export interface Made {
  readonly id: string;
  readonly at: Point;
  readonly userId: string;
  /** ISO 8601. */
  readonly now: string;
  readonly noteColour: string;
}

const font = { color: '#1a1a1a', fontFamily: 'open_sans' } as const;

export function newItem(
  type: ItemType,
  { id, at, userId, now, noteColour }: Made,
): StickyNoteData | TextData | ShapeData | FrameData | CardData {
  const base = {
    id,
    ...at,
    parentId: null,
    createdAt: now,
    createdBy: userId,
    modifiedAt: now,
    modifiedBy: userId,
  };
  switch (type) {
    case 'sticky_note':
      return {
        ...base,
        type,
        // Miro's default size of a square note, its shadow included (websdk-reference-sticky-note).
        width: 199,
        height: 228,
        shape: 'square',
        content: '',
        style: { fillColor: noteColour, textAlign: 'center', textAlignVertical: 'middle' },
        tagIds: [],
      } satisfies StickyNoteData;
    case 'text':
      return {
        ...base,
        type,
        width: 300,
        height: 34,
        content: '',
        rotation: 0,
        style: { ...font, fontSize: 24, fillColor: 'transparent', fillOpacity: 1, textAlign: 'left' },
      } satisfies TextData;
    case 'shape':
      return {
        ...base,
        type,
        width: 200,
        height: 120,
        shape: 'rectangle',
        content: '',
        rotation: 0,
        style: {
          ...font,
          fontSize: 18,
          fillColor: '#ffffff',
          fillOpacity: 1,
          textAlign: 'center',
          textAlignVertical: 'middle',
          borderStyle: 'normal',
          borderOpacity: 1,
          borderColor: '#1a1a1a',
          borderWidth: 2,
        },
      } satisfies ShapeData;
    case 'card':
      return {
        ...base,
        type,
        width: 320,
        height: 94,
        title: '',
        description: '',
        rotation: 0,
        style: { cardTheme: '#2d9bf0', fillBackground: false },
        tagIds: [],
        taskStatus: 'none',
      } satisfies CardData;
    case 'frame':
      return {
        ...base,
        type,
        width: 1200,
        height: 675,
        title: 'Frame',
        childrenIds: [],
        showContent: true,
        style: { fillColor: '#ffffff' },
      } satisfies FrameData;
  }
}

/** What the server decides, or derives, is left out. */
const notAsked = [
  'id',
  'parentId',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'childrenIds',
  'showContent',
];

/** Of the others the height follows, from the width or from what they say; setting it is refused. */
const fullySized: ReadonlySet<ItemData['type']> = new Set(['shape', 'frame', 'embed', 'unsupported']);

/** What `create` is given to make an item like this one. */
export const askFor = (item: ItemData): Readonly<Record<string, unknown>> => {
  const derived = fullySized.has(item.type) ? [] : ['height'];
  const left = [...notAsked, ...derived, ...(item.type === 'image' ? ['width'] : [])];
  const asked = Object.fromEntries(Object.entries(item).filter(([key]) => !left.includes(key)));
  // A copied image is as large as the one it is a copy of; whoever reads no source cannot know its ratio otherwise.
  if (item.type === 'image') return { ...asked, natural: { width: item.width, height: item.height } };
  // A tree stays one, also when it is pasted where its nodes never were. Frames take in by themselves what lies in them.
  return item.type === 'mindmap_node' ? { ...asked, parentId: item.parentId } : asked;
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Plain text as the content of a note. */
export const asContent = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
