/**
 * What a PDF is made of before it has pages: paragraphs in groups, each tagged with what it is to whoever has it read
 * aloud (ISO 32000-1 §14.8.4). Lengths are points, colours six hexadecimal digits.
 */
export type Tag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

/** `place`: a name of this document. */
export type Target =
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'place'; readonly name: string };

export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
  /** The paragraph's unless told. */
  readonly colour?: string;
  readonly mark?: 'added' | 'removed';
  readonly to?: Target;
}

export interface Para {
  readonly kind: 'para';
  readonly tag: Tag;
  /** A line end in a text breaks the line. */
  readonly pieces: readonly Piece[];
  readonly size: number;
  readonly colour: string;
  readonly before: number;
  readonly after: number;
  /** Never at the bottom of a page without what follows. */
  readonly withNext?: boolean;
  readonly alignment?: 'right';
  /** A line under it, in this colour. */
  readonly rule?: string;
  /** Stands in the outline, under this title. */
  readonly heading?: { readonly level: 1 | 2; readonly title: string };
  /** Of a cell that names others. */
  readonly scope?: 'Column' | 'Row';
}

/** Stands before the paragraph that follows, at its first line: a bullet, a name. */
export interface Marker extends Pick<Para, 'pieces' | 'size' | 'colour'> {
  readonly kind: 'marker';
  readonly tag: 'Lbl';
}

export interface Group {
  readonly kind: 'group';
  readonly tag: Tag;
  readonly parts: readonly Part[];
  /** Further to the right than what is around it. */
  readonly indent?: number;
  /** A bar along its left side. */
  readonly bar?: { readonly colour: string; readonly width: number };
  /** A ground behind it. */
  readonly wash?: string;
  /** What links lead to. */
  readonly name?: string;
}

export interface Row {
  readonly kind: 'row';
  readonly tag: 'TR';
  readonly cells: readonly Para[];
  /** Names the columns; stands on each page that the table goes on to. */
  readonly head: boolean;
}

export interface Grid {
  readonly kind: 'grid';
  readonly tag: 'Table';
  /** Shares of the width, which add up to 1. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
}

export type Part = Group | Para | Marker | Grid;

/** Whatever has a place in the tree of tags. */
export type Tagged = Part | Row;
