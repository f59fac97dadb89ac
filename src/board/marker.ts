/**
 * How a sheet is found again on a board: one small record per sheet in the app's data (frame, header items, what it
 * is about), and a mark on a few of its header items. The record says where the sheet is; the marks are what survives
 * when a frame or a board is copied, so a copy is noticed and asked about. The title's mark also says what the sheet
 * is about, so that a frame tells it on a board that has no record.
 *
 * Miro gives an app 30 KB of data per board for all its sheets (storage guide), so a record keeps only the items from
 * which borders are read. An item's metadata may have 6 KB (item pages); tidied details stay below that, whatever
 * signs they are made of.
 */
import type { Json } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type ItemId, itemId, type SheetId } from '../workshop/ids.ts';
import { lenses, type SheetDetails } from '../workshop/sheet.ts';

export interface SheetRecord {
  readonly frame: ItemId;
  /** Header items by key (workshop/piece.ts). */
  readonly anchors: ReadonlyMap<string, ItemId>;
  readonly details: SheetDetails;
  /** Anchors this version can't read; they are counted, never fatal. */
  readonly unknown: number;
  /** While it is laid out anew: by which run. Whoever has not heard of it learns here that places mean nothing now. */
  readonly moving?: string;
}

export type RecordFailure =
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged'; readonly path: string; readonly expected: string };

export type Fields = { readonly [key: string]: Json };
export const isFields = (json: Json | undefined): json is Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

type Damage = Extract<RecordFailure, { kind: 'damaged' }>;
const damaged = (path: string, expected: string) => fail<Damage>({ kind: 'damaged', path, expected });

export function parseDetails(id: SheetId, fields: Fields): Result<SheetDetails, Damage> {
  const { template, lens, reviewers } = fields;
  if (typeof template !== 'string') return damaged('template', 'the id of a template');
  const knownLens = lenses.find((known) => known === lens);
  if (!knownLens) return damaged('lens', lenses.join(' or '));
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return ok({
    id,
    template,
    lens: knownLens,
    title: text('title'),
    team: text('team'),
    level: text('level'),
    engineer: text('engineer'),
    reviewers: Array.isArray(reviewers) ? reviewers.filter((name) => typeof name === 'string') : [],
    createdAt: text('createdAt'),
  });
}

export function parseRecord(id: SheetId, json: Json): Result<SheetRecord, RecordFailure> {
  if (!isFields(json)) return damaged('', 'an object');
  const { v, frame, stem } = json;
  if (typeof v !== 'number') return damaged('v', 'a version number');
  if (v > 1) return fail({ kind: 'newer', version: v });
  if (typeof frame !== 'string') return damaged('frame', 'the id of an item');
  const details = parseDetails(id, json);
  if (!details.ok) return details;
  const anchors = new Map<string, ItemId>();
  let unknown = 0;
  for (const [key, value] of Object.entries(isFields(json.anchors) ? json.anchors : {})) {
    if (typeof value === 'string') anchors.set(key, itemId((typeof stem === 'string' ? stem : '') + value));
    else unknown += 1;
  }
  const under = typeof json.moving === 'string' ? { moving: json.moving } : {};
  return ok({ frame: itemId(frame), anchors, unknown, details: details.value, ...under });
}
