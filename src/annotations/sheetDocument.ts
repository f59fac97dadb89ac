/**
 * A sheet as a Yjs document, which all its participants write: what it is about, where it lies on the board, and the
 * mirror of its notes. Nothing here says what anybody thinks; that is on desks.
 *
 *   about    schema, engineer, frame, width, height
 *   details  the fields of SheetDetails
 *   anchors  key of a header item → its item id
 *   items, gone   the mirror (mirrorEntries.ts)
 *   tags     on, by, at, full: state tags on the stickies
 *   tagIds   tag id → its title: the tags the app made, the only ones it may take away
 *   brought, unwanted   other people's words from another board (broughtEntries.ts)
 *   rounds   which rounds were closed (closings.ts)
 *   broughtRounds  those that came along from another board (broughtRounds.ts)
 *   plans    next → when the people of the sheet talk next
 *   names    the team's own names (ours/teamNames.ts)
 *   seeds    which notes began as examples (shelf/seeds.ts)
 *   blind    whether people give their views unseen by each other first (blindSetting.ts)
 *   writing  whether they write their notes unseen by each other first: of the same form
 *   placing  which of these notes are which stickies (noteDrafts/placements.ts)
 *   ladder   the career ladder (place/ladderDocument.ts)
 *   whyNow   whether all answers to why the role is needed now are shown (whyNow/answer.ts)
 *   relayout that it is being laid out by the other lens (relayoutRecord.ts)
 *   boardPage  what was put beside the sheet as text (boardPage/boardPage.ts)
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, sheetId, type TagId, tagId, type UserId, userId } from '../workshop/ids.ts';
import { lenses, type SheetDetails } from '../workshop/sheet.ts';
import { type BlindSetting, readBlind } from './blindSetting.ts';
import { boardPageRoots } from './boardPage/roots.ts';
import type { BroughtDesk } from './brought.ts';
import { readBroughtDesks } from './broughtEntries.ts';
import { broughtRoundRoots } from './broughtRoundRoots.ts';
import { type Closing, readClosings } from './closings.ts';
import {
  asNumber,
  asOneOf,
  asText,
  clip,
  longest,
  optionalText,
  parseEntries,
  put,
  unknownRoots,
} from './entries.ts';
import type { ItemReading, MirroredItem } from './mirror.ts';
import { readMirror, writeReadings } from './mirrorEntries.ts';
import { type NextTalk, nextTalkFrom } from './nextTalk.ts';
import { sheetNoteRoots } from './noteDrafts/roots.ts';
import { oursSheetRoots } from './ours/oursRoots.ts';
import { sheetPlaceRoots } from './place/placeRoots.ts';
import { type RelayoutRecord, readRelayout } from './relayoutRecord.ts';
import { isNewer, operate, schemaOf } from './schema.ts';
import { sessionSheetRoots } from './session/sheetRoots.ts';
import { shelfSheetRoots } from './shelf/shelfRoots.ts';
import { whyNowRoots } from './whyNow/roots.ts';

const roots = [
  'about',
  'details',
  'anchors',
  'items',
  'gone',
  'tags',
  'tagIds',
  'brought',
  'unwanted',
  'rounds',
  'plans',
  'blind',
  ...sheetNoteRoots,
  ...sheetPlaceRoots,
  ...whyNowRoots,
  'relayout',
] as const;
/** Everything that may lie in a sheet document, by name. */
export const sheetRootNames: readonly string[] = [
  ...roots,
  ...broughtRoundRoots,
  ...oursSheetRoots,
  ...sessionSheetRoots,
  ...shelfSheetRoots,
  ...boardPageRoots,
];
export const sheetRoot = (doc: Y.Doc, name: (typeof roots)[number]): Y.Map<unknown> => doc.getMap(name);

/** Width and height of the frame, in dp. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

export interface TagSetting {
  readonly on: boolean;
  /** Who switched it last; null if nobody ever did. */
  readonly by: UserId | null;
  readonly at: string | null;
  /** The tags the app made for this sheet, with what each says. */
  readonly ids: ReadonlyMap<TagId, string>;
  /** Stickies that have no place left for a tag. */
  readonly full: number;
}

export interface SheetContent {
  /** Null until the sheet's header has arrived. */
  readonly details: SheetDetails | null;
  /** Who owns the sheet. Null when nobody has said so yet. */
  readonly engineer: UserId | null;
  readonly frame: ItemId | null;
  readonly size: FrameSize | null;
  readonly anchors: ReadonlyMap<string, ItemId>;
  readonly items: ReadonlyMap<ItemId, MirroredItem>;
  readonly tags: TagSetting;
  /** Words of others that came along from another board; they count nowhere until their owners adopt them. */
  readonly brought: readonly BroughtDesk[];
  /** Every closing of a round; `roundsOf` makes rounds of them. */
  readonly closings: readonly Closing[];
  /** Null while no date is set. */
  readonly next: NextTalk | null;
  readonly blind: BlindSetting;
  /** The same of notes: whether they are written unseen first. */
  readonly writing: BlindSetting;
  /** Null while nothing is moved; else every note counts for the lanes that it says. */
  readonly relayout: RelayoutRecord | null;
  readonly schema: number;
  /** Entries this version can't read. They are kept, never deleted. */
  readonly unknown: number;
  /** Written by a newer version of the app: show what is understood, write nothing, ask to reload. */
  readonly newer: boolean;
}

function readDetails(map: Y.Map<unknown>): SheetDetails | null {
  const text = (key: string) => asText(map.get(key));
  const lens = asOneOf(lenses)(map.get('lens'));
  const [id, template, title, createdAt] = [text('id'), text('template'), text('title'), text('createdAt')];
  if (id === null || template === null || title === null || createdAt === null || lens === null) return null;
  const listed = map.get('reviewers');
  const reviewers = Array.isArray(listed) ? listed.filter((name) => typeof name === 'string') : [];
  const [team, level, engineer] = [text('team') ?? '', text('level') ?? '', text('engineer') ?? ''];
  return { id: sheetId(id), template, lens, title, team, level, engineer, reviewers, createdAt };
}

const parseAnchor = (key: string, value: unknown): readonly [string, ItemId] | null => {
  const id = asText(value);
  return id === null ? null : [key, itemId(id)];
};

const parseTag = (key: string, value: unknown): readonly [TagId, string] | null => {
  const title = asText(value);
  return title === null ? null : [tagId(key), title];
};

export function readSheet(doc: Y.Doc): SheetContent {
  const [about, tags] = [sheetRoot(doc, 'about'), sheetRoot(doc, 'tags')];
  const details = readDetails(sheetRoot(doc, 'details'));
  const anchors = parseEntries(sheetRoot(doc, 'anchors'), parseAnchor);
  const tagIds = parseEntries(sheetRoot(doc, 'tagIds'), parseTag);
  const mirror = readMirror(sheetRoot(doc, 'items'), sheetRoot(doc, 'gone'));
  const brought = readBroughtDesks(sheetRoot(doc, 'brought'), sheetRoot(doc, 'unwanted'));
  const closings = readClosings(sheetRoot(doc, 'rounds'));
  const next = nextTalkFrom(sheetRoot(doc, 'plans').get('next'));
  const blind = readBlind(sheetRoot(doc, 'blind'));
  const writing = readBlind(sheetRoot(doc, 'writing'));
  const relayout = readRelayout(sheetRoot(doc, 'relayout'));
  const [engineer, frame] = [asText(about.get('engineer')), asText(about.get('frame'))];
  const [width, height] = [asNumber(about.get('width')), asNumber(about.get('height'))];
  const by = optionalText(tags.get('by'));
  return {
    details,
    engineer: engineer === null ? null : userId(engineer),
    frame: frame === null ? null : itemId(frame),
    size: width === null || height === null ? null : { width, height },
    anchors: new Map(anchors.values),
    items: mirror.items,
    tags: {
      on: tags.get('on') === true,
      by: by ? userId(by) : null,
      at: asText(tags.get('at')),
      ids: new Map(tagIds.values),
      full: asNumber(tags.get('full')) ?? 0,
    },
    brought: brought.values,
    closings: closings.values,
    next: next ?? null,
    blind: blind.value,
    relayout: relayout.value,
    writing: writing.value,
    schema: schemaOf(doc),
    unknown:
      (details === null && sheetRoot(doc, 'details').size > 0 ? 1 : 0) +
      anchors.unknown +
      tagIds.unknown +
      mirror.unknown +
      brought.unknown +
      closings.unknown +
      (next === undefined ? 1 : 0) +
      blind.unknown +
      relayout.unknown +
      writing.unknown +
      unknownRoots(doc, sheetRootNames),
    newer: isNewer(doc),
  };
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

export function writeDetails(doc: Y.Doc, details: Partial<SheetDetails>): void {
  for (const [key, value] of Object.entries(details)) {
    if (typeof value === 'string') put(sheetRoot(doc, 'details'), key, clip(value, longest.line));
    else if (
      Array.isArray(value) &&
      JSON.stringify(value) !== JSON.stringify(sheetRoot(doc, 'details').get(key))
    )
      sheetRoot(doc, 'details').set(
        key,
        value.map((name: string) => clip(name, longest.name)),
      );
  }
}

export function writePlace(doc: Y.Doc, place: SheetPlace): void {
  put(sheetRoot(doc, 'about'), 'frame', place.frame);
  put(sheetRoot(doc, 'about'), 'width', place.size.width);
  put(sheetRoot(doc, 'about'), 'height', place.size.height);
  const anchors = sheetRoot(doc, 'anchors');
  for (const key of anchors.keys()) if (!place.anchors.has(key)) anchors.delete(key);
  for (const [key, id] of place.anchors) put(anchors, key, id);
}

/** Where the sheet lies: its frame, the frame's size and its header items. */
export interface SheetPlace {
  readonly frame: ItemId;
  readonly size: FrameSize;
  readonly anchors: ReadonlyMap<string, ItemId>;
}

/** Changes some details; what is not named stays. */
export const changeDetails = (doc: Y.Doc, details: Partial<Omit<SheetDetails, 'id'>>): boolean =>
  operate(doc, 'change-details', () => writeDetails(doc, details));

/** Where the sheet lies now, e.g. after a repair or when it was found again. */
export const placeSheet = (doc: Y.Doc, place: SheetPlace): boolean =>
  operate(doc, 'place-sheet', () => writePlace(doc, place));

/** Takes in items just read from the board. Per item the newest `modifiedAt` wins; between equal ones the later reading does. */
export const mirrorItems = (doc: Y.Doc, by: UserId, readings: readonly ItemReading[]): boolean =>
  operate(doc, 'mirror-items', () =>
    writeReadings(sheetRoot(doc, 'items'), sheetRoot(doc, 'gone'), by, readings),
  );

/** These items are no longer in the sheet. Their last words stay; reading them again brings them back. */
export const markGone = (doc: Y.Doc, ids: readonly ItemId[]): boolean =>
  operate(doc, 'mark-gone', () => {
    for (const id of ids) put(sheetRoot(doc, 'gone'), id, true);
  });
