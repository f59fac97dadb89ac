/** The ids of the workshop. Each is made or parsed in one place and never mixed up with another. */
import type { Brand } from '../base/brand.ts';

/** A pillar of the template, e.g. `execution`. */
export type PillarId = Brand<string, 'PillarId'>;
/** A responsibility of the template, e.g. `being-glue`. */
export type ResponsibilityId = Brand<string, 'ResponsibilityId'>;
/** A column of a sheet: a pillar, a responsibility (depending on the lens) or a side column. */
export type ColumnId = Brand<string, 'ColumnId'>;
/**
 * A lane of a sheet: `execution/being-glue`, or `side/not-doing`. It is the same in both lenses, so that changing
 * the lens never changes what a note means.
 */
export type LaneId = Brand<string, 'LaneId'>;
/** One engineer's role on one board. Random, made at the drop. */
export type SheetId = Brand<string, 'SheetId'>;
/** An item on the board; Miro's own id, a decimal string. A note's id is its sticky's item id. */
export type ItemId = Brand<string, 'ItemId'>;
/** A tag on the board; Miro's own id. */
export type TagId = Brand<string, 'TagId'>;
/** A person, by Miro's user id. */
export type UserId = Brand<string, 'UserId'>;

// One place where strings become ids; call these at the rim only, on values just checked to be strings.
export const itemId = (id: string): ItemId => id as ItemId;
export const tagId = (id: string): TagId => id as TagId;
export const userId = (id: string): UserId => id as UserId;
export const sheetId = (id: string): SheetId => id as SheetId;
export const laneId = (column: string, lane: string): LaneId => `${column}/${lane}` as LaneId;
export const pillarId = (id: string): PillarId => id as PillarId;
export const responsibilityId = (id: string): ResponsibilityId => id as ResponsibilityId;
export const columnId = (id: string): ColumnId => id as ColumnId;
