/**
 * Items of the local board as plain data, shaped and named like the Web SDK's items (websdk-reference pages), so that
 * the SDK face adds methods and nothing else. Unit: dp.
 *
 * `groupId` is all there is of a group: it stands as long as items carry its id. Which connectors an item has follows
 * from the connectors' ends. Neither is kept twice.
 */

/** What every item has, wherever it lies. */
export interface ItemMarks {
  readonly id: string;
  readonly parentId: string | null;
  readonly groupId?: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
}

/**
 * An item with a place of its own. `x`, `y` is the centre; on a frame's child it is relative to the frame's top-left
 * corner, on a child of a mind-map node to the node's centre.
 */
export interface ItemBase extends ItemMarks {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly linkedTo?: string;
}

type TextAlign = 'left' | 'center' | 'right';
type TextAlignVertical = 'top' | 'middle' | 'bottom';
export type StrokeStyle = 'normal' | 'dashed' | 'dotted';

export interface StickyNoteData extends ItemBase {
  readonly type: 'sticky_note';
  readonly shape: 'square' | 'rectangle';
  /** HTML, cleaned: p a strong b em i u s br. */
  readonly content: string;
  readonly style: {
    readonly fillColor: string;
    readonly textAlign: TextAlign;
    readonly textAlignVertical: TextAlignVertical;
  };
  readonly tagIds: readonly string[];
}

export interface TextData extends ItemBase {
  readonly type: 'text';
  readonly content: string;
  /** Degrees, clockwise. */
  readonly rotation: number;
  readonly style: {
    readonly color: string;
    readonly fillColor: string;
    readonly fillOpacity: number;
    readonly fontFamily: string;
    readonly fontSize: number;
    readonly textAlign: TextAlign;
  };
}

export interface ShapeData extends ItemBase {
  readonly type: 'shape';
  /** Names that begin with `flow_chart_`, but one, exist for the experimental face only. */
  readonly shape: string;
  readonly content: string;
  readonly rotation: number;
  readonly style: {
    readonly color: string;
    readonly fillColor: string;
    readonly fillOpacity: number;
    readonly fontFamily: string;
    readonly fontSize: number;
    readonly textAlign: TextAlign;
    readonly textAlignVertical: TextAlignVertical;
    readonly borderStyle: StrokeStyle;
    readonly borderOpacity: number;
    readonly borderColor: string;
    readonly borderWidth: number;
  };
}

export interface FrameData extends ItemBase {
  readonly type: 'frame';
  /** Plain text. */
  readonly title: string;
  readonly childrenIds: readonly string[];
  readonly showContent: boolean;
  readonly style: { readonly fillColor: string };
}

export interface CardField {
  readonly value?: string;
  readonly fillColor?: string;
  readonly textColor?: string;
  readonly iconUrl?: string;
  readonly iconShape?: 'round' | 'square';
  readonly tooltip?: string;
}

interface CardBase extends ItemBase {
  readonly title: string;
  readonly description: string;
  readonly rotation: number;
  readonly style: { readonly cardTheme: string; readonly fillBackground: boolean };
  readonly tagIds: readonly string[];
  readonly fields?: readonly CardField[];
}

export interface CardData extends CardBase {
  readonly type: 'card';
  /** `YYYY-MM-DD`. */
  readonly startDate?: string;
  readonly dueDate?: string;
  readonly assignee?: { readonly userId: string };
  readonly taskStatus: 'to-do' | 'in-progress' | 'done' | 'none';
}

export interface AppCardData extends CardBase {
  readonly type: 'app_card';
  /** Origin of the app that made it; only that app may change more than its place. Not told to apps. */
  readonly app: string;
  readonly status: 'disconnected' | 'connected' | 'disabled';
}

export interface ImageData extends ItemBase {
  readonly type: 'image';
  readonly url: string;
  readonly title: string;
  readonly alt?: string;
  readonly rotation: number;
}

export interface EmbedData extends ItemBase {
  readonly type: 'embed';
  readonly url: string;
  readonly previewUrl: string;
  readonly mode: 'inline' | 'modal';
}

export interface PreviewData extends ItemBase {
  readonly type: 'preview';
  readonly url: string;
}

export interface MindmapNodeData extends ItemBase {
  readonly type: 'mindmap_node';
  readonly nodeView: {
    readonly type: 'shape' | 'text';
    readonly content: string;
    readonly shape: 'rectangle' | 'round_rectangle' | 'pill';
    readonly style: {
      readonly fontSize: number;
      readonly color: string;
      readonly fillOpacity: number;
      readonly borderStyle: StrokeStyle;
    };
  };
  readonly layout: 'horizontal' | 'vertical';
  /** On the root's own children only: on which side of it they lie. */
  readonly direction?: 'start' | 'end';
  readonly isRoot: boolean;
  readonly childrenIds: readonly string[];
}

/** What an app sees as a place and a size under Miro's own name, and nothing else: strokes, emoji, tables. */
export interface UnsupportedData extends ItemBase {
  readonly type: 'unsupported';
  /** Miro's own name for it, which is the type an app is told. */
  readonly called: string;
  /** A freehand line within the box, each number from 0 to 1: x, y, x, y, … */
  readonly line?: readonly number[];
}

export interface ConnectorEnd {
  readonly item: string;
  /** From 0 to 1 of the item's box; (0, 0) is its top-left corner. Without one the end follows the item by itself. */
  readonly position?: { readonly x: number; readonly y: number };
  readonly snapTo?: 'top' | 'left' | 'bottom' | 'right';
}

/** Lies where its ends lie, and has no place of its own. */
export interface ConnectorData extends ItemMarks {
  readonly type: 'connector';
  readonly shape: 'straight' | 'elbowed' | 'curved';
  readonly start: ConnectorEnd;
  readonly end: ConnectorEnd;
  readonly style: {
    readonly startStrokeCap: string;
    readonly endStrokeCap: string;
    readonly strokeStyle: StrokeStyle;
    readonly strokeWidth: number;
    readonly strokeColor: string;
    readonly fontSize: number;
    readonly color: string;
    readonly textOrientation: 'horizontal' | 'aligned';
  };
  readonly captions: readonly {
    readonly content: string;
    /** Along the line, from 0 to 1. */
    readonly position: number;
    readonly textAlignVertical: TextAlignVertical;
  }[];
}

export interface TagData {
  readonly type: 'tag';
  readonly id: string;
  readonly title: string;
  readonly color: string;
}

/** Items on a person's own, as `groupId` joins them; made up when asked for. */
export interface GroupData {
  readonly type: 'group';
  readonly id: string;
  readonly itemsIds: readonly string[];
}

export type PlacedItem =
  | StickyNoteData
  | TextData
  | ShapeData
  | FrameData
  | CardData
  | AppCardData
  | ImageData
  | EmbedData
  | PreviewData
  | MindmapNodeData
  | UnsupportedData;

export type ItemData = PlacedItem | ConnectorData;

export const isPlaced = (item: ItemData | undefined): item is PlacedItem =>
  item !== undefined && item.type !== 'connector';

/** Items that carry tags. */
export const isTagged = (item: ItemData): item is Extract<ItemData, { readonly tagIds: readonly string[] }> =>
  'tagIds' in item;
