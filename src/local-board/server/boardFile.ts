/**
 * A board as a JSON file, and back. Everything that a copied board has is in it; what apps keep in storage
 * collections is not, as it is not part of a copied board either. Reading trusts nothing: each item goes through the
 * reader of its own kind, and a file that is refused has changed nothing.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../../base/result.ts';
import { copyOfItem } from '../model/appCards.ts';
import { contentOf, withReferences } from '../model/copying.ts';
import { type Draft, draftOf } from '../model/draft.ts';
import { type ItemData, isPlaced, isTagged } from '../model/item.ts';
import type { Scene } from '../model/items.ts';
import { carriesMetadata } from '../model/kinds/carriesMetadata.ts';
import { blankItem, changedItem, isKind, settableOf } from '../model/kinds/kinds.ts';
import { appDataBytes, itemsPerBoard, keyLength, metadataBytes, tagsPerItem } from '../model/limits.ts';
import { Refused, refuse } from '../model/refusal.ts';
import { type BoardState, type Change, emptyBoard, type Values } from '../model/state.ts';
import { createTag } from '../model/tags.ts';
import { sentPicture } from './pictures.ts';

export const fileFormat = 'local-board';
/** Rises when an older reader would misunderstand a newer file. */
export const fileVersion = 1;

/** A picture's own bytes, for a board that is opened where its server does not keep them. */
export type SentPicture = z.infer<typeof sentPicture>;

export function writeBoardFile(
  name: string,
  state: BoardState,
  now: string,
  pictures: ReadonlyMap<string, SentPicture> = new Map(),
): string {
  const { items, tags, metadata, appData } = contentOf(state);
  const noted = new Map<string, Record<string, Values>>();
  for (const { item, app, values } of metadata) noted.set(item, { ...noted.get(item), [app]: values });
  return JSON.stringify(
    {
      format: fileFormat,
      version: fileVersion,
      name,
      exportedAt: now,
      leftOut: 'What apps keep in storage collections; it does not belong to a copy of a board.',
      ...(pictures.size > 0 ? { pictures: Object.fromEntries(pictures) } : {}),
      tags: tags.map(({ id, title, color }) => ({ id, title, color })),
      items: items.map(({ item, layer }) => ({
        layer,
        item,
        ...(noted.has(item.id) ? { metadata: noted.get(item.id) } : {}),
      })),
      appData: Object.fromEntries(appData.map(({ app, values }) => [app, values])),
    },
    null,
    1,
  );
}

const id = z.string().min(1).max(64);
const values = z.record(z.string().min(1).max(keyLength), z.json());
const ofApps = z.record(z.string().min(1).max(keyLength), values);

const fileShape = z.object({
  name: z.string().max(10_000).optional(),
  tags: z.array(z.object({ id, title: z.unknown().optional(), color: z.unknown().optional() })).default([]),
  items: z
    .array(
      z.object({
        layer: z.number().default(0),
        item: z.looseObject({
          id,
          type: z.string(),
          parentId: id.nullish(),
          groupId: id.optional(),
          createdAt: z.iso.datetime().optional(),
          modifiedAt: z.iso.datetime().optional(),
          createdBy: z.string().max(64).optional(),
          modifiedBy: z.string().max(64).optional(),
          childrenIds: z.array(id).optional(),
        }),
        metadata: ofApps.optional(),
      }),
    )
    .max(itemsPerBoard, `A board holds at most ${itemsPerBoard} items.`)
    .default([]),
  appData: ofApps.default({}),
  pictures: z.record(z.string().max(200), sentPicture).default({}),
});

type FileItem = z.infer<typeof fileShape>['items'][number];

export interface ReadBoard {
  /** As the file has it; empty when it names none. */
  readonly name: string;
  /** What makes an empty board into this one. */
  readonly changes: readonly Change[];
  readonly pictures: readonly SentPicture[];
}

export interface ReadPorts {
  /** ISO 8601; for items that do not say when they were made. */
  readonly now: string;
  newId(): string;
}

export function readBoardFile(text: string, ports: ReadPorts): Result<ReadBoard, string> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return fail('This file is no JSON, or its end is missing.');
  }
  const head = z.object({ format: z.literal(fileFormat), version: z.number() }).safeParse(raw);
  if (!head.success) return fail('This is no file of a board. Choose one that was exported here.');
  if (head.data.version > fileVersion)
    return fail('This file comes from a newer local board. Update this one to open it.');
  try {
    const shape = fileShape.safeParse(raw);
    if (!shape.success) return fail(whatIsWrong(shape.error));
    return ok({
      name: shape.data.name ?? '',
      changes: changesIn(shape.data, ports),
      pictures: Object.values(shape.data.pictures),
    });
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal.message);
    // The one way to end up here: lists in lists in lists, deeper than the stack.
    if (error instanceof RangeError) return fail('Something in this file is nested too deeply.');
    throw error;
  }
}

function whatIsWrong({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.length ? ` (at ${issue.path.join('.').slice(0, 200)})` : '';
  return `Something in this file is not as it should be${where}: ${issue?.message ?? 'unknown'}.`.replace(
    /\.\.$/,
    '.',
  );
}

function changesIn(file: z.infer<typeof fileShape>, ports: ReadPorts): readonly Change[] {
  const draft = draftOf(emptyBoard());
  const scene: Scene = {
    draft,
    rules: { inside: 'whole', adopt: 'no', childMoves: 'allowed' },
    userId: '',
    by: 'hand',
    app: undefined,
    ...ports,
  };
  const ids = new Map<string, string>();
  const take = (old: string, made: string) => {
    if (ids.has(old)) refuse('input', `The id ${old} is in this file twice.`);
    ids.set(old, made);
  };
  for (const tag of file.tags)
    take(
      tag.id,
      naming(`The tag ${tag.id}`, () => createTag(scene, tag)),
    );
  for (const { item } of file.items) take(item.id, ports.newId());
  const groups = new Map<string, string>();
  const idOf = (old: string, property: string): string => {
    if (property === 'groupId') {
      const group = groups.get(old) ?? ports.newId();
      groups.set(old, group);
      return group;
    }
    return ids.get(old) ?? refuse('unknown-id', `${property} names ${old}, which is not in this file.`);
  };

  // Bottom to top, numbered anew: numbers from elsewhere could leave no room above them.
  const stack = [...file.items].sort((a, b) => a.layer - b.layer);
  stack.forEach((entry, index) => {
    const { item } = entry;
    naming(`The ${item.type} ${item.id}`, () => {
      const read = itemIn(withReferences(item, idOf), ids.get(item.id) ?? '', ports.now);
      draft.put(copyOfItem(read), index + 1);
      checkTagsOf(draft, read);
      for (const [app, noted] of Object.entries(entry.metadata ?? {})) {
        if (!carriesMetadata(read)) refuse('unsupported', `A ${read.type} carries no metadata.`);
        checkSize(noted, metadataBytes);
        draft.write({ what: 'metadata', item: read.id, app, values: noted });
      }
    });
  });
  joinFamilies(draft, file.items, (old) => ids.get(old) ?? '');
  for (const [app, kept] of Object.entries(file.appData)) {
    naming(`The data of the app ${app}`, () => checkSize(kept, appDataBytes));
    draft.write({ what: 'app-data', app, values: kept });
  }
  return draft.changes();
}

/** Says whose fault it was. */
function naming<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { group, message } = error.refusal;
    return refuse(group, `${what.slice(0, 120)} cannot be read. ${message}`);
  }
}

function checkSize(kept: Values, most: number): void {
  if (Buffer.byteLength(JSON.stringify(kept)) > most)
    refuse('storage', `What an app noted there is larger than ${most} bytes.`);
}

function checkTagsOf(draft: Draft, item: ItemData): void {
  if (!isTagged(item)) return;
  if (item.tagIds.length > tagsPerItem) refuse('crud', `An item has at most ${tagsPerItem} tags.`);
  for (const tag of item.tagIds) if (!draft.tag(tag)) refuse('unknown-id', `Its tag ${tag} is no tag.`);
}

/** One item by its kind's own reader. What cannot be set follows from the rest and is passed over. */
function itemIn(fields: FileItem['item'], newId: string, now: string): ItemData {
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

/** Parents and children point at each other; an item is inside itself in no number of steps. */
function joinFamilies(draft: Draft, entries: readonly FileItem[], idOf: (old: string) => string): void {
  const childrenOf = new Map<string, string[]>();
  for (const { item } of entries) {
    if (item.parentId === null || item.parentId === undefined) continue;
    const parent = draft.needItem(idOf(item.parentId));
    if (!('childrenIds' in parent))
      refuse(
        'input',
        `The ${item.type} ${item.id} lies in the ${parent.type} ${item.parentId}, which holds nothing.`,
      );
    const child = draft.needItem(idOf(item.id));
    draft.put({
      ...child,
      parentId: parent.id,
      ...(child.type === 'mindmap_node' ? { isRoot: false } : {}),
    } as ItemData);
    childrenOf.set(parent.id, [...(childrenOf.get(parent.id) ?? []), child.id]);
  }
  const endsSomewhere = new Set<string | null>([null]);
  for (const { item } of entries) {
    const own = draft.needItem(idOf(item.id));
    const way = new Set<string>();
    for (let at: string | null = own.id; at !== null && !endsSomewhere.has(at); ) {
      if (way.has(at)) refuse('input', `The ${item.type} ${item.id} would lie in itself.`);
      way.add(at);
      at = draft.needItem(at).parentId;
    }
    for (const passed of way) endsSomewhere.add(passed);
    if (!('childrenIds' in own)) continue;
    const children = new Set(childrenOf.get(own.id));
    const inFileOrder = (item.childrenIds ?? []).map(idOf).filter((child) => children.has(child));
    draft.put({ ...own, childrenIds: [...new Set([...inFileOrder, ...children])] });
  }
}
