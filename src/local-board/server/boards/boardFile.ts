/**
 * A board as a JSON file, and back. Everything that a copied board has is in it; what apps keep in storage
 * collections is not, as it is not part of a copied board either. Reading trusts nothing: each item goes through the
 * reader of its own kind, and a file that is refused has changed nothing.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../base/result.ts';
import { copyOfItem } from '../../model/appCards.ts';
import { checkEnds } from '../../model/connectors.ts';
import { contentOf, withReferences } from '../../model/copying.ts';
import { type Draft, draftOf } from '../../model/draft.ts';
import { dissolveSmallGroups } from '../../model/groups.ts';
import { type ItemData, isTagged } from '../../model/item.ts';
import type { Scene } from '../../model/items.ts';
import { carriesMetadata } from '../../model/kinds/carriesMetadata.ts';
import { appDataBytes, itemsPerBoard, keyLength, metadataBytes, tagsPerItem } from '../../model/limits.ts';
import { Refused, refuse } from '../../model/refusal.ts';
import { type BoardState, type Change, emptyBoard, type Values } from '../../model/state.ts';
import { createTag } from '../../model/tags.ts';
import { sentPicture } from '../pictures.ts';
import { joinFamilies } from './fileFamilies.ts';
import { itemIn } from './fileItem.ts';

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
  joinFamilies(
    draft,
    file.items.map(({ item }) => item),
    (old) => ids.get(old) ?? '',
  );
  for (const { item } of file.items) {
    const read = draft.needItem(ids.get(item.id) ?? '');
    if (read.type === 'connector') naming(`The connector ${item.id}`, () => checkEnds(draft, read));
  }
  dissolveSmallGroups(draft);
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
