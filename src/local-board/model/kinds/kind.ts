/**
 * What a kind of item is: its defaults, and how a change to it is read. A kind knows nothing of other items, frames or
 * the board.
 */
import * as check from '../check.ts';
import type { ConnectorData, ItemBase, ItemData, ItemMarks } from '../item.ts';
import { borderStyles, fontFamilies, textAligns, verticalAligns } from '../names.ts';

export type OwnFields<Item> = Item extends ConnectorData
  ? Omit<Item, keyof ItemMarks>
  : Omit<Item, keyof ItemBase> & Pick<ItemBase, 'width' | 'height'>;

export interface Kind<Item extends ItemData> {
  readonly blank: OwnFields<Item>;
  /** Properties that an app or a hand may set, besides those every item has. */
  readonly settable: readonly string[];
  /** Properties that may be set when an item is made and are read-only afterwards. */
  readonly once?: readonly string[];
  /** Properties that follow from others: nobody sets them, and an app that tries is refused. */
  readonly follows?: readonly string[];
  /** Properties without which no item of this kind is made. */
  readonly needs?: readonly string[];
  /** The item with these fields set; every field given is settable. */
  change(item: OwnFields<Item>, fields: check.Fields): OwnFields<Item>;
}

/** Reads one value; the property's name is for the message. */
export type Reader<T> = (name: string, value: unknown) => T;

/** The field as read, or as it was where nothing was said of it. */
export function read<T>(fields: check.Fields, name: string, before: T, reader: Reader<T>): T {
  return fields[name] === undefined ? before : reader(name, fields[name]);
}

/** A field that may be missing: `undefined` and `null` take it away. */
export function maybe<Name extends string, T>(
  fields: check.Fields,
  name: Name,
  before: T | undefined,
  reader: Reader<T>,
): { [Key in Name]?: T } {
  const given = name in fields ? fields[name] : before;
  if (given === undefined || given === null) return {};
  return { [name]: name in fields ? reader(name, given) : before } as { [Key in Name]?: T };
}

export const align = (name: string, value: unknown) => check.oneOf(name, value, textAligns);
export const vertical = (name: string, value: unknown) => check.oneOf(name, value, verticalAligns);
export const share = (name: string, value: unknown) => check.number(name, value, 0, 1);
export const fontSize = (name: string, value: unknown) => check.number(name, value, 0.001);
const font = (name: string, value: unknown) => check.oneOf(name, value, fontFamilies);
export const stroke = (name: string, value: unknown) => check.oneOf(name, value, borderStyles);
export const degrees = (name: string, value: unknown) => check.number(name, value);

/** How words look on whatever carries them. */
export const wordStyle = {
  color: check.hex,
  fillColor: check.hexOrTransparent,
  fillOpacity: share,
  fontFamily: font,
  fontSize,
  textAlign: align,
};

/** Sizes that follow from others are kept to a hundredth of a dp. */
export const tidy = (value: number): number => Math.round(value * 100) / 100;
