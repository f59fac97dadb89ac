/**
 * The ladder of a sheet, which all its people may edit. It lies in the sheet's document, in one map:
 *
 *   ladder   edition                        → { id, base, by, at }: which ladder counts, always written as one value
 *            base/<edition>                 → the ladder as it was pasted, as one plain value
 *            <edition>/level/<id>/<field>   → what was changed by hand since; <field>: title, scope, path, order, removed
 *            <edition>/dimension/<id>/<field>
 *            <edition>/cell/<level>/<dimension>
 *
 * Without an edition the built-in ladder counts. Whoever pastes a ladder, or goes back to the built-in one, begins an
 * edition; what two do so at once is one ladder or the other, never a mixture, and what somebody changes meanwhile in the
 * one before stays there. Earlier editions are kept, so that replacing can be undone.
 */
import type * as Y from 'yjs';
import { builtInLadder } from '../../workshop/ladder/builtInLadder.ts';
import {
  type Cell,
  type Dimension,
  inPaths,
  type Ladder,
  type Level,
  limits,
  paths,
} from '../../workshop/ladder/ladder.ts';
import { asNumber, asOneOf, asText, clip, field, sorted } from '../entries.ts';
import { operate } from '../schema.ts';
import { baseKey, editionKey, type FieldOf, fieldKey, parseFieldKey } from './ladderKeys.ts';
import type { sheetPlaceRoots } from './placeRoots.ts';

const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('ladder' satisfies (typeof sheetPlaceRoots)[number]);

const builtInEdition = 'built-in';
type Base = 'built-in' | 'own';

export interface LadderOfSheet {
  readonly ladder: Ladder;
  readonly edition: string;
  /** Which ladder it began as. */
  readonly base: Base;
  /** Whether anybody has changed it since. */
  readonly changed: boolean;
  /** By id, on the scale on which `order` of a level or dimension puts it among the others. */
  readonly orders: ReadonlyMap<string, number>;
  /** Entries this version can't read. They are kept, never deleted. */
  readonly unknown: number;
}

interface Edition {
  readonly id: string;
  readonly base: Base;
}

const baseFrom = asOneOf(['built-in', 'own'] as const);
const pathFrom = asOneOf(paths);

function editionFrom(value: unknown): Edition | null | undefined {
  if (value === undefined) return undefined;
  const [id, base] = [asText(field(value, 'id')), baseFrom(field(value, 'base'))];
  return id === null || base === null ? null : { id, base };
}

const listFrom = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function levelFrom(value: unknown): Level[] {
  const [id, title, scope] = ['id', 'title', 'scope'].map((key) => asText(field(value, key)));
  const path = pathFrom(field(value, 'path'));
  return id == null || title == null || scope == null || path === null ? [] : [{ id, path, title, scope }];
}

function dimensionFrom(value: unknown): Dimension[] {
  const [id, title] = [asText(field(value, 'id')), asText(field(value, 'title'))];
  return id === null || title === null ? [] : [{ id, title }];
}

function cellFrom(value: unknown): Cell[] {
  const [level, dimension, text] = ['level', 'dimension', 'text'].map((key) => asText(field(value, key)));
  return level == null || dimension == null || text == null ? [] : [{ level, dimension, text }];
}

function pastedFrom(value: unknown): { readonly ladder: Ladder; readonly unknown: number } {
  const lists = ['levels', 'dimensions', 'cells'].map((key) => listFrom(field(value, key)));
  const [levels = [], dimensions = [], cells = []] = lists;
  const ladder = {
    levels: levels.flatMap(levelFrom),
    dimensions: dimensions.flatMap(dimensionFrom),
    cells: cells.flatMap(cellFrom),
    source: null,
  };
  const read = ladder.levels.length + ladder.dimensions.length + ladder.cells.length;
  return { ladder, unknown: lists.flat().length - read + (value === undefined ? 1 : 0) };
}

interface Draft<T> {
  value: T;
  order: number;
  removed: boolean;
}

const drafts = <T extends { readonly id: string }>(values: readonly T[]): Map<string, Draft<T>> =>
  new Map(values.map((value, order) => [value.id, { value, order, removed: false }]));

const byOrder = <T extends { readonly id: string }>(all: Map<string, Draft<T>>): readonly Draft<T>[] =>
  [...all.values()]
    .filter(({ removed }) => !removed)
    .sort((a, b) => a.order - b.order || (a.value.id < b.value.id ? -1 : 1));

export function readLadder(doc: Y.Doc): LadderOfSheet {
  const map = root(doc);
  const chosen = editionFrom(map.get(editionKey));
  const edition: Edition = chosen ?? { id: builtInEdition, base: 'built-in' };
  const pasted = edition.base === 'own' ? pastedFrom(map.get(baseKey(edition.id))) : null;
  const { levels, dimensions, cells, source } = pasted?.ladder ?? builtInLadder;
  const levelDrafts = drafts(levels);
  const dimensionDrafts = drafts(dimensions);
  const texts = new Map(cells.map((cell) => [`${cell.level}\n${cell.dimension}`, cell]));
  let unknown = (chosen === null ? 1 : 0) + (pasted?.unknown ?? 0);
  let changed = false;

  const change = (on: FieldOf, value: unknown): boolean => {
    const [words, order] = [asText(value), asNumber(value)];
    if (on.of === 'cell') {
      if (words === null) return false;
      texts.set(`${on.level}\n${on.dimension}`, { level: on.level, dimension: on.dimension, text: words });
      return true;
    }
    const end = Number.MAX_SAFE_INTEGER;
    const fresh = { order: end, removed: false };
    const level: Draft<Level> = levelDrafts.get(on.id) ?? {
      ...fresh,
      value: { id: on.id, path: 'common', title: '', scope: '' },
    };
    const dimension: Draft<Dimension> = dimensionDrafts.get(on.id) ?? {
      ...fresh,
      value: { id: on.id, title: '' },
    };
    const draft = on.of === 'level' ? level : dimension;
    if (on.field === 'order') {
      if (order === null) return false;
      draft.order = order;
    } else if (on.field === 'removed') {
      if (typeof value !== 'boolean') return false;
      draft.removed = value;
    } else if (on.field === 'path') {
      const path = pathFrom(value);
      if (path === null) return false;
      level.value = { ...level.value, path };
    } else {
      if (words === null) return false;
      if (on.field === 'scope') level.value = { ...level.value, scope: words };
      else if (on.of === 'level') level.value = { ...level.value, title: words };
      else dimension.value = { ...dimension.value, title: words };
    }
    if (on.of === 'level') levelDrafts.set(on.id, level);
    else dimensionDrafts.set(on.id, dimension);
    return true;
  };

  for (const [key, value] of sorted(map)) {
    if (key === editionKey || key.startsWith('base/')) continue;
    const found = parseFieldKey(key);
    if (found && found.edition !== edition.id) continue;
    if (found && change(found.field, value)) changed = true;
    else unknown += 1;
  }

  const [shownLevels, shownDimensions] = [byOrder(levelDrafts), byOrder(dimensionDrafts)];
  const ordered = inPaths(shownLevels.map(({ value }) => value));
  return {
    ladder: {
      levels: ordered,
      dimensions: shownDimensions.map(({ value }) => value),
      cells: ordered.flatMap(({ id }) =>
        shownDimensions.flatMap(({ value }): Cell[] => {
          const cell = texts.get(`${id}\n${value.id}`);
          return cell && cell.text !== '' ? [cell] : [];
        }),
      ),
      source,
    },
    edition: edition.id,
    base: edition.base,
    changed,
    orders: new Map([...shownLevels, ...shownDimensions].map(({ value, order }) => [value.id, order])),
    unknown,
  };
}

/** One field and what it shall be. */
export interface LadderChange {
  readonly on: FieldOf;
  readonly value: string | number | boolean;
}

/** What a change put in the place of what; of use for taking it back only. */
export type Undoing = ReadonlyMap<string, { readonly before: unknown; readonly after: unknown }>;

/** Inside a transaction. Equal values are not written: they would travel and be stored for nothing. */
function set(map: Y.Map<unknown>, values: readonly (readonly [string, unknown])[]): Undoing {
  const undoing = new Map<string, { before: unknown; after: unknown }>();
  for (const [key, after] of values) {
    const before = map.get(key);
    if (before === after) continue;
    map.set(key, after);
    undoing.set(key, { before, after });
  }
  return undoing;
}

// Operations. Each runs one transaction and returns null (or false), having written nothing, on a newer document.

const clipped = ({ on, value }: LadderChange): unknown => {
  if (typeof value !== 'string') return value;
  const isTitle = on.of !== 'cell' && on.field === 'title';
  return clip(value, isTitle ? limits.title : limits.text);
};

export function changeLadder(doc: Y.Doc, changes: readonly LadderChange[]): Undoing | null {
  let undoing: Undoing = new Map();
  const { edition } = readLadder(doc);
  const written = operate(doc, 'change-ladder', () => {
    undoing = set(
      root(doc),
      changes.map((change) => [fieldKey(edition, change.on), clipped(change)]),
    );
  });
  return written ? undoing : null;
}

export interface Replacing {
  /** Random, from the caller. */
  readonly id: string;
  /** Null: the built-in one, as it comes. */
  readonly ladder: Ladder | null;
  readonly by: string;
  readonly at: string;
}

export function replaceLadder(doc: Y.Doc, { id, ladder, by, at }: Replacing): Undoing | null {
  let undoing: Undoing = new Map();
  const written = operate(doc, 'replace-ladder', () => {
    if (ladder) {
      const { levels, dimensions, cells } = ladder;
      root(doc).set(baseKey(id), { levels, dimensions, cells });
    }
    // The ladder itself stays when it is undone, which can so be done again.
    undoing = set(root(doc), [[editionKey, { id, base: ladder ? 'own' : 'built-in', by, at }]]);
  });
  return written ? undoing : null;
}

/** Takes a change back where nobody has changed the same since. */
export const undoLadder = (doc: Y.Doc, undoing: Undoing): boolean =>
  operate(doc, 'undo-ladder', () => {
    for (const [key, { before, after }] of undoing) {
      if (JSON.stringify(root(doc).get(key)) !== JSON.stringify(after)) continue;
      if (before === undefined) root(doc).delete(key);
      else root(doc).set(key, before);
    }
  });
