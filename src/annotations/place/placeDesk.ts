/**
 * What a participant says about the place of the role, on their own desk and written by nobody else:
 *
 *   marks      now, role → { level, title, at }: where they see the engineer now, and the role of this sheet
 *   citations  note id → { level, dimension, words, at }: the line of the ladder that the note is about
 *
 * Each is written as one value, null when it is taken back. The words of level and line are kept as they were, so that
 * what was said can be read when the ladder has been replaced.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, type UserId } from '../../workshop/ids.ts';
import { type LadderLine, type LineWords, limits } from '../../workshop/ladder/ladder.ts';
import { asText, clip, field, optionalText, parseEntries, put } from '../entries.ts';
import { operate } from '../schema.ts';
import { later } from '../times.ts';
import type { deskPlaceRoots } from './placeRoots.ts';

const root = (doc: Y.Doc, name: (typeof deskPlaceRoots)[number]): Y.Map<unknown> => doc.getMap(name);

/** `now`: where the engineer is today. `role`: where the role of this sheet stands. */
export const markKinds = ['now', 'role'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark {
  readonly level: string;
  /** What the level was called then. */
  readonly title: string;
  readonly at: string;
}

export interface Citation {
  readonly note: ItemId;
  readonly line: LadderLine;
  readonly words: LineWords;
  readonly at: string;
}

export interface PlaceDesk {
  readonly owner: UserId;
  readonly marks: Readonly<Partial<Record<MarkKind, Mark>>>;
  readonly citations: ReadonlyMap<ItemId, Citation>;
  readonly unknown: number;
}

function parseMark(key: string, value: unknown): readonly [MarkKind, Mark] | null | undefined {
  if (value === null) return undefined;
  const kind = markKinds.find((known) => known === key);
  const [level, title, at] = ['level', 'title', 'at'].map((name) => asText(field(value, name)));
  return !kind || level == null || title == null || at == null ? null : [kind, { level, title, at }];
}

function parseCitation(key: string, value: unknown): Citation | null | undefined {
  if (value === null) return undefined;
  const words = field(value, 'words');
  const [level, at] = [asText(field(value, 'level')), asText(field(value, 'at'))];
  const dimension = optionalText(field(value, 'dimension'));
  const [title, about, text] = ['level', 'dimension', 'text'].map((name) => asText(field(words, name)));
  if (level === null || at === null || dimension === undefined) return null;
  if (title == null || about == null || text == null) return null;
  return {
    note: itemId(key),
    line: { level, dimension },
    words: { level: title, dimension: about, text },
    at,
  };
}

export function readPlaceDesk(doc: Y.Doc, owner: UserId): PlaceDesk {
  const marks = parseEntries(root(doc, 'marks'), parseMark);
  const citations = parseEntries(root(doc, 'citations'), parseCitation);
  return {
    owner,
    marks: Object.fromEntries(marks.values),
    citations: new Map(citations.values.map((citation) => [citation.note, citation])),
    unknown: marks.unknown + citations.unknown,
  };
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

/** Null takes the mark back. */
export const markLevel = (doc: Y.Doc, kind: MarkKind, mark: Mark | null): boolean =>
  operate(doc, 'mark-level', () => {
    const marks = root(doc, 'marks');
    if (mark) {
      if (asText(field(marks.get(kind), 'level')) === mark.level) return;
      marks.set(kind, { level: mark.level, title: clip(mark.title, limits.title), at: mark.at });
    } else if (marks.has(kind)) put(marks, kind, null);
  });

export const citeLine = (doc: Y.Doc, { note, line, words, at }: Citation): boolean =>
  operate(doc, 'cite-line', () => {
    const citations = root(doc, 'citations');
    const before = citations.get(note);
    citations.set(note, {
      ...{ level: line.level, dimension: line.dimension },
      words: {
        level: clip(words.level, limits.title),
        dimension: clip(words.dimension, limits.title),
        text: clip(words.text, limits.text),
      },
      at: later(at, asText(field(before, 'at'))),
    });
  });

export const dropCitation = (doc: Y.Doc, note: ItemId): boolean =>
  operate(doc, 'drop-citation', () => {
    if (root(doc, 'citations').has(note)) put(root(doc, 'citations'), note, null);
  });
