/** Items as a hand makes them, before the server has given them an id; and what of an item may be asked for. */
import type { Point } from '../../base/box.ts';
import type { FrameData, ItemData, ShapeData, StickyNoteData, TextData } from '../model/item.ts';

/** What a hand makes with the toolbar. */
export type ItemType = 'sticky_note' | 'text' | 'shape' | 'frame';

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
): StickyNoteData | TextData | ShapeData | FrameData {
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

/** What `create` is given to make an item like this one. */
export const askFor = (item: ItemData): Readonly<Record<string, unknown>> => {
  // A note's height follows from its width, a text's from its content; setting it is refused.
  const derived = item.type === 'sticky_note' || item.type === 'text' ? ['height'] : [];
  const left = [...notAsked, ...derived];
  return Object.fromEntries(Object.entries(item).filter(([key]) => !left.includes(key)));
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Plain text as the content of a note. */
export const asContent = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
