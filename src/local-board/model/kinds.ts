/**
 * What each kind of item is made of: its defaults, and how a change to it is read. Nothing here knows of other items,
 * frames or the board. Defaults and ranges: the item pages of Miro's Web SDK reference.
 */

import type { Fields } from './check.ts';
import * as check from './check.ts';
import { cleanContent } from './html.ts';
import type { FrameData, ItemBase, ItemData, ShapeData, StickyNoteData, TextData } from './item.ts';
import { smallestFrame } from './limits.ts';
import {
  borderStyles,
  fontFamilies,
  shapeNames,
  stickyColours,
  textAligns,
  verticalAligns,
} from './names.ts';
import { refuse } from './refusal.ts';
import { textHeight } from './textHeight.ts';

type OwnFields<Item extends ItemData> = Omit<Item, keyof ItemBase> & Pick<ItemBase, 'width' | 'height'>;

interface Kind<Item extends ItemData> {
  readonly blank: OwnFields<Item>;
  /** Properties that an app or a hand may set, besides those every item has. */
  readonly settable: readonly string[];
  /** The item with these fields set; every field given is settable. */
  change(item: OwnFields<Item>, fields: Fields): OwnFields<Item>;
}

const align = (name: string, value: unknown) => check.oneOf(name, value, textAligns);
const vertical = (name: string, value: unknown) => check.oneOf(name, value, verticalAligns);
const share = (name: string, value: unknown) => check.number(name, value, 0, 1);
const fontSize = (name: string, value: unknown) => check.number(name, value, 0.001);
const font = (name: string, value: unknown) => check.oneOf(name, value, fontFamilies);
const border = (name: string, value: unknown) => check.oneOf(name, value, borderStyles);
const borderWidth = (name: string, value: unknown) => check.whole(name, value, 0, 24);

/** Width → height of a sticky note, shadow included: 199 × 228 square, 350 × 228 rectangle. */
const stickyRatio = { square: 228 / 199, rectangle: 228 / 350 } as const;
const stickyWidth = { square: 199, rectangle: 350 } as const;
const tidy = (value: number) => Math.round(value * 100) / 100;

const stickyNote: Kind<StickyNoteData> = {
  blank: {
    type: 'sticky_note',
    shape: 'square',
    content: '',
    style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
    tagIds: [],
    width: 199,
    height: 228,
  },
  settable: ['width', 'height', 'shape', 'content', 'style', 'tagIds'],
  change(before, fields) {
    if (fields.width !== undefined && fields.height !== undefined)
      refuse(
        'unsupported',
        'Set width or height of a sticky note, not both: the other follows. To change both, sync twice.',
      );
    const shape =
      fields.shape === undefined
        ? before.shape
        : check.oneOf('shape', fields.shape, ['square', 'rectangle'] as const);
    const ratio = stickyRatio[shape];
    const kept = shape === before.shape ? before.width : stickyWidth[shape];
    const width =
      fields.height !== undefined
        ? tidy(check.side('height', fields.height) / ratio)
        : fields.width !== undefined
          ? check.side('width', fields.width)
          : kept;
    return {
      ...before,
      shape,
      width,
      height:
        fields.height !== undefined
          ? check.side('height', fields.height)
          : width === before.width && shape === before.shape
            ? before.height
            : tidy(width * ratio),
      content: fields.content === undefined ? before.content : cleanContent('sticky_note', fields.content),
      style: check.style(
        before.style,
        {
          fillColor: (name, value) => check.oneOf(name, value, stickyColours),
          textAlign: align,
          textAlignVertical: vertical,
        },
        fields.style,
      ),
      tagIds:
        fields.tagIds === undefined ? before.tagIds : [...new Set(check.strings('tagIds', fields.tagIds))],
    };
  },
};

const text: Kind<TextData> = {
  blank: {
    type: 'text',
    content: '',
    rotation: 0,
    style: {
      color: '#1a1a1a',
      fillColor: 'transparent',
      fillOpacity: 1,
      fontFamily: 'arial',
      fontSize: 14,
      textAlign: 'left',
    },
    width: 105,
    height: textHeight({ content: '', width: 105, fontSize: 14 }),
  },
  settable: ['width', 'content', 'rotation', 'style'],
  change(before, fields) {
    const content = fields.content === undefined ? before.content : cleanContent('text', fields.content);
    const width = fields.width === undefined ? before.width : check.side('width', fields.width);
    const style = check.style(
      before.style,
      {
        color: check.hex,
        fillColor: check.hexOrTransparent,
        fillOpacity: share,
        fontFamily: font,
        fontSize,
        textAlign: align,
      },
      fields.style,
    );
    const rotation =
      fields.rotation === undefined ? before.rotation : check.number('rotation', fields.rotation);
    const height = textHeight({ content, width, fontSize: style.fontSize });
    return { ...before, content, width, style, rotation, height };
  },
};

const shape: Kind<ShapeData> = {
  blank: {
    type: 'shape',
    shape: 'rectangle',
    content: '',
    rotation: 0,
    style: {
      color: '#1a1a1a',
      fillColor: 'transparent',
      fillOpacity: 1,
      fontFamily: 'arial',
      fontSize: 14,
      textAlign: 'center',
      textAlignVertical: 'middle',
      borderStyle: 'normal',
      borderOpacity: 1,
      borderColor: '#ffffff',
      borderWidth: 2,
    },
    width: 100,
    height: 100,
  },
  settable: ['width', 'height', 'shape', 'content', 'rotation', 'style'],
  change: (before, fields) => ({
    ...before,
    shape:
      fields.shape === undefined
        ? before.shape
        : (shapeNames.find((known) => known === fields.shape) ??
          refuse('unsupported', `Unknown shape: ${String(fields.shape)}.`)),
    width: fields.width === undefined ? before.width : check.side('width', fields.width),
    height: fields.height === undefined ? before.height : check.side('height', fields.height),
    content: fields.content === undefined ? before.content : cleanContent('shape', fields.content),
    rotation: fields.rotation === undefined ? before.rotation : check.number('rotation', fields.rotation),
    style: check.style(
      before.style,
      {
        color: check.hex,
        fillColor: check.hexOrTransparent,
        fillOpacity: share,
        fontFamily: font,
        fontSize,
        textAlign: align,
        textAlignVertical: vertical,
        borderStyle: border,
        borderOpacity: share,
        borderColor: check.hexOrTransparent,
        borderWidth,
      },
      fields.style,
    ),
  }),
};

const frame: Kind<FrameData> = {
  blank: {
    type: 'frame',
    title: '',
    childrenIds: [],
    showContent: true,
    style: { fillColor: 'transparent' },
    width: 100,
    height: 100,
  },
  settable: ['width', 'height', 'title', 'style', 'showContent'],
  change(before, fields) {
    if (fields.showContent !== undefined && fields.showContent !== before.showContent)
      refuse('rights', 'Hiding the content of a frame is not allowed on this plan.');
    return {
      ...before,
      width: fields.width === undefined ? before.width : check.side('width', fields.width, smallestFrame),
      height:
        fields.height === undefined ? before.height : check.side('height', fields.height, smallestFrame),
      title: fields.title === undefined ? before.title : check.text('title', fields.title, 5999),
      style: check.style(before.style, { fillColor: check.hexOrTransparent }, fields.style),
    };
  },
};

const kinds = { sticky_note: stickyNote, text, shape, frame };
export type KindName = keyof typeof kinds;

export const isKind = (value: unknown): value is KindName =>
  typeof value === 'string' && Object.hasOwn(kinds, value);

/** Properties of every item that nobody may write. */
export const readOnly = [
  'id',
  'type',
  'parentId',
  'groupId',
  'connectorIds',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'childrenIds',
];
const common = ['x', 'y', 'linkedTo', 'origin', 'relativeTo'];

export const settableOf = (type: KindName): readonly string[] => [...common, ...kinds[type].settable];

/** An item of this kind before anything was said about it. */
export function blankItem(type: KindName, base: Omit<ItemBase, 'width' | 'height'>): ItemData {
  // The union is taken apart by `type` and put together again from the same kind.
  return { ...base, ...kinds[type].blank } as ItemData;
}

/** The item with these fields set. Position, parent and tags' existence are checked elsewhere. */
export function changedItem(item: ItemData, fields: Fields): ItemData {
  const kind = kinds[item.type] as unknown as Kind<ItemData>;
  if (fields.origin !== undefined && fields.origin !== 'center')
    refuse('input', "The only value of origin is 'center'.");
  const own = kind.change(item, fields) as ItemData;
  const linked =
    'linkedTo' in fields
      ? { linkedTo: fields.linkedTo === undefined ? '' : check.text('linkedTo', fields.linkedTo, 2000) }
      : {};
  return {
    ...own,
    ...linked,
    x: fields.x === undefined ? item.x : check.number('x', fields.x),
    y: fields.y === undefined ? item.y : check.number('y', fields.y),
  };
}
