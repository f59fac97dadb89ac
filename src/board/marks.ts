/** Marks on header items, by which a sheet is known again where its frame was copied (marker.ts). */
import type { Json } from '../base/json.ts';
import { type SheetId, sheetId } from '../workshop/ids.ts';
import { titleKey } from '../workshop/piece.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import { tidyDetails } from '../workshop/tidyDetails.ts';
import { isFields, parseDetails } from './marker.ts';
import { detailsJson } from './recordJson.ts';

export interface Mark {
  readonly sheet: SheetId;
  readonly key: string;
  /** On the title; null elsewhere, and on sheets that were dropped before titles told it. */
  readonly about: SheetDetails | null;
}

export const markJson = ({ sheet, key }: Omit<Mark, 'about'>): Json => ({ v: 1, sheet, key });

/** The mark on a sheet's title. */
export const titleMarkJson = (details: SheetDetails): Json => ({
  v: 1,
  sheet: details.id,
  key: titleKey,
  about: detailsJson(tidyDetails(details)),
});

/** On the title of an agenda that was dropped: whose it is. It makes no frame a sheet (`parseMark`). */
export const agendaMarkJson = (sheet: SheetId): Json => ({ v: 1, agenda: sheet });

export function parseMark(json: Json | undefined): Mark | null {
  if (!isFields(json) || typeof json.sheet !== 'string' || typeof json.key !== 'string') return null;
  const sheet = sheetId(json.sheet);
  const about = isFields(json.about) ? parseDetails(sheet, json.about) : null;
  return { sheet, key: json.key, about: about?.ok ? about.value : null };
}
