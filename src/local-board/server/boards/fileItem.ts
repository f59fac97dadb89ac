/** One item of a board's file, by the reader of its own kind: a new kind needs nothing here. */
import { type ItemData, isPlaced } from '../../model/item.ts';
import { blankItem, changedItem, isKind, settableOf } from '../../model/kinds/kinds.ts';
import { Refused, refuse } from '../../model/refusal.ts';

/** As far as the file's shape is checked; everything else is unread. */
export interface ItemInFile {
  readonly id: string;
  readonly type: string;
  readonly parentId?: string | null | undefined;
  readonly groupId?: string | undefined;
  readonly createdAt?: string | undefined;
  readonly createdBy?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly modifiedBy?: string | undefined;
  readonly childrenIds?: readonly string[] | undefined;
  readonly [property: string]: unknown;
}

/** What cannot be set follows from the rest and is passed over. */
export function itemIn(fields: ItemInFile, newId: string, now: string): ItemData {
  if (!isKind(fields.type)) refuse('unsupported', 'This local board knows no items of that kind.');
  const settable = settableOf(fields.type, 'making');
  const blank = blankItem(fields.type, {
    id: newId,
    x: 0,
    y: 0,
    parentId: null,
    ...(fields.groupId === undefined ? {} : { groupId: fields.groupId }),
    createdAt: fields.createdAt ?? now,
    createdBy: fields.createdBy ?? '',
    modifiedAt: fields.modifiedAt ?? fields.createdAt ?? now,
    modifiedBy: fields.modifiedBy ?? fields.createdBy ?? '',
  });
  const wanted = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => settable.includes(key) && value !== undefined),
  );
  // What is in the file is an item as it was last: its own ratio is the one to keep.
  const { width, height } = fields;
  const natural = settable.includes('natural') && width !== undefined && height !== undefined;
  const item = sized(blank, natural ? { ...wanted, natural: { width, height } } : wanted);
  return item.type === 'app_card' ? { ...item, app: ownerIn(fields.app) } : item;
}

/** The app that made an app card: an origin, or none. */
function ownerIn(app: unknown): string {
  if (app === undefined || app === '') return '';
  if (typeof app !== 'string' || URL.parse(app)?.origin !== app)
    refuse('input', `Its app ${String(app).slice(0, 100)} is no origin.`);
  return app;
}

/** Where one side follows from the other, both cannot be set at once: the width comes first, then the height. */
function sized(blank: ItemData, wanted: Readonly<Record<string, unknown>>): ItemData {
  const { height, ...rest } = wanted;
  if (rest.width === undefined || height === undefined) return changedItem(blank, wanted);
  try {
    return changedItem(blank, wanted);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.group !== 'unsupported') throw error;
  }
  const wide = changedItem(blank, rest);
  const near = isPlaced(wide) && typeof height === 'number' && Math.abs(wide.height - height) < 0.05;
  return near ? wide : changedItem(wide, { height });
}
