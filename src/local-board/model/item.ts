/**
 * Items of the local board as plain data, shaped and named like the Web SDK's items (websdk-reference pages), so that
 * the SDK face adds methods and nothing else. Unit: dp. `x`, `y` is the centre; on a frame's child it is relative to
 * the frame's top-left corner.
 */
export interface ItemBase {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parentId: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  readonly linkedTo?: string;
}

export interface StickyNoteData extends ItemBase {
  readonly type: 'sticky_note';
  readonly shape: 'square' | 'rectangle';
  /** HTML, cleaned: p a strong b em i u s br. */
  readonly content: string;
  readonly style: {
    readonly fillColor: string;
    readonly textAlign: 'left' | 'center' | 'right';
    readonly textAlignVertical: 'top' | 'middle' | 'bottom';
  };
  readonly tagIds: readonly string[];
}

export interface TextData extends ItemBase {
  readonly type: 'text';
  readonly content: string;
  readonly rotation: number;
  readonly style: {
    readonly color: string;
    readonly fillColor: string;
    readonly fillOpacity: number;
    readonly fontFamily: string;
    readonly fontSize: number;
    readonly textAlign: 'left' | 'center' | 'right';
  };
}

export interface ShapeData extends ItemBase {
  readonly type: 'shape';
  readonly shape: string;
  readonly content: string;
  readonly rotation: number;
  readonly style: {
    readonly color: string;
    readonly fillColor: string;
    readonly fillOpacity: number;
    readonly fontFamily: string;
    readonly fontSize: number;
    readonly textAlign: 'left' | 'center' | 'right';
    readonly textAlignVertical: 'top' | 'middle' | 'bottom';
    readonly borderStyle: 'normal' | 'dashed' | 'dotted';
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

export interface TagData {
  readonly type: 'tag';
  readonly id: string;
  readonly title: string;
  readonly color: string;
}

export type ItemData = StickyNoteData | TextData | ShapeData | FrameData;
