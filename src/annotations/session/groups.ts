/**
 * Notes that say the same, put together by anybody on the sheet. Everybody may, so it lies in the sheet's document:
 *
 *   groups      note id → group id, or null when it was taken out
 *   groupNames  group id → { name, at }
 *
 * G1  A note is in one group at most; whoever puts it somewhere last counts.
 * G2  A group of fewer than two notes that are there is none. Nothing of it is deleted, so a note that comes back is in
 *     it again.
 * G3  Grouping changes no note, no view and no agreement: a note in a group is a note like any other.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { asText, clip, field, longest, parseEntries } from '../entries.ts';
import { operate } from '../schema.ts';

const groupsIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('groups');
const namesIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('groupNames');

export interface NoteGroup {
  readonly id: string;
  /** May be empty. */
  readonly name: string;
  /** In the order of the sheet. */
  readonly notes: readonly ItemId[];
}

export interface Groups {
  readonly groups: readonly NoteGroup[];
  readonly unknown: number;
}

/** `notes`: those that are there, in the order of the sheet. */
export function readGroups(doc: Y.Doc, notes: readonly ItemId[]): Groups {
  const places = parseEntries(groupsIn(doc), (note, value): readonly [ItemId, string] | null | undefined =>
    value === null ? undefined : typeof value === 'string' && value !== '' ? [itemId(note), value] : null,
  );
  const names = parseEntries(namesIn(doc), (id, value): readonly [string, string] | null => {
    const name = asText(field(value, 'name'));
    return name === null ? null : [id, name];
  });
  const groupOf = new Map(places.values);
  const named = new Map(names.values);
  const members = new Map<string, ItemId[]>();
  for (const note of notes) {
    const group = groupOf.get(note);
    if (group !== undefined) members.set(group, [...(members.get(group) ?? []), note]);
  }
  return {
    groups: [...members].flatMap(([id, own]) =>
      own.length < 2 ? [] : [{ id, name: named.get(id) ?? '', notes: own }],
    ),
    unknown: places.unknown + names.unknown,
  };
}

/** Where notes were, for undoing. */
export type Places = ReadonlyMap<ItemId, string | null>;

export const placesOf = (doc: Y.Doc, notes: readonly ItemId[]): Places =>
  new Map(notes.map((note) => [note, asText(groupsIn(doc).get(note))]));

/** Puts these into one group: a new one, or one that is there (which merges). */
export const groupNotes = (doc: Y.Doc, notes: readonly ItemId[], group: string): boolean =>
  operate(doc, 'group-notes', () => {
    for (const note of notes) if (groupsIn(doc).get(note) !== group) groupsIn(doc).set(note, group);
  });

export const ungroupNotes = (doc: Y.Doc, notes: readonly ItemId[]): boolean =>
  operate(doc, 'ungroup-notes', () => {
    for (const note of notes) if (asText(groupsIn(doc).get(note)) !== null) groupsIn(doc).set(note, null);
  });

/** Undoes a grouping for notes that are still where it put them; what somebody moved since stays. */
export const putBack = (doc: Y.Doc, before: Places, after: Places): boolean =>
  operate(doc, 'undo-grouping', () => {
    for (const [note, group] of before)
      if (asText(groupsIn(doc).get(note)) === (after.get(note) ?? null)) groupsIn(doc).set(note, group);
  });

export const nameGroup = (doc: Y.Doc, group: string, name: string, at: string): boolean =>
  operate(doc, 'name-group', () => {
    const wanted = clip(name.replace(/\s+/g, ' ').trim(), longest.name);
    if ((asText(field(namesIn(doc).get(group), 'name')) ?? '') !== wanted)
      namesIn(doc).set(group, { name: wanted, at });
  });
