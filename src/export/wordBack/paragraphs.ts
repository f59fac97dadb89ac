/**
 * The paragraphs of a Word document: their words with what is tracked about them, the bookmarks and comments that lie on
 * them. Nothing is decided here, neither what a change means nor what a paragraph is.
 */
import { plainStyle } from '../word/noteStyle.ts';
import { second } from '../word/signs.ts';
import { attributeOf, childOf, childrenOf, type Element, nameOf } from './xml.ts';

/** A change that is open in Word, to be accepted or rejected. */
export interface Mark {
  readonly kind: 'added' | 'deleted';
  readonly author: string;
  /** To the second. */
  readonly at: string;
}

/** A stretch of words under the same marks, outer ones first. */
export interface Stretch {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What a paragraph holds that is no text. */
export type Oddity = 'picture' | 'footnote' | 'formula';

export interface Paragraph {
  /** The id of its style, that of a note without its pillar's colour; empty where it has none of its own. */
  readonly style: string;
  readonly stretches: readonly Stretch[];
  /** Marks on its end: deleted, it runs on in the next one. */
  readonly end: readonly Mark[];
  /** Names of the bookmarks that lie on some of its words. */
  readonly bookmarks: ReadonlySet<string>;
  /** Ids of the comments on it. */
  readonly comments: ReadonlySet<string>;
  readonly inTable: boolean;
  readonly holds: ReadonlySet<Oddity>;
}

/** How open changes are read. */
export type Reading = (mark: Mark) => 'accepted' | 'rejected';

export const asAccepted: Reading = () => 'accepted';

const stands = (marks: readonly Mark[], reading: Reading): boolean =>
  marks.every((mark) => (mark.kind === 'added') === (reading(mark) === 'accepted'));

/** The words of some paragraphs that follow each other, a line each. */
export function wordsOf(paragraphs: readonly Paragraph[], reading: Reading = asAccepted): string {
  let words = '';
  let runsOn = true;
  for (const { stretches, end } of paragraphs) {
    if (!runsOn) words += '\n';
    words += stretches
      .filter(({ marks }) => stands(marks, reading))
      .map(({ text }) => text)
      .join('');
    runsOn = !stands(end, reading);
  }
  return words;
}

export const marksIn = (paragraphs: readonly Paragraph[]): readonly Mark[] =>
  paragraphs.flatMap(({ stretches, end }) => [...stretches.flatMap(({ marks }) => marks), ...end]);

interface Open {
  readonly name: string;
  /** The first paragraph after its beginning, in case there is no word in it at all. */
  start: Draft | null;
  touched: boolean;
}

interface Draft {
  style: string;
  stretches: Stretch[];
  end: readonly Mark[];
  bookmarks: Set<string>;
  comments: Set<string>;
  inTable: boolean;
  holds: Set<Oddity>;
}

const markOf = (element: Element, kind: Mark['kind']): Mark => ({
  kind,
  author: attributeOf(element, 'author') ?? '',
  at: second(attributeOf(element, 'date') ?? ''),
});

const changes: Readonly<Record<string, Mark['kind']>> = {
  ins: 'added',
  moveTo: 'added',
  del: 'deleted',
  moveFrom: 'deleted',
};

/** Of a sign from a font of symbols: the character where it is one of Unicode's, else a box. */
function symbol(element: Element): string {
  const code = Number.parseInt(attributeOf(element, 'char') ?? '', 16);
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xd800 && code <= 0xdfff)
    ? '□'
    : String.fromCodePoint(Math.min(code, 0x10ffff));
}

const isOurs = (name: string): boolean => /^(note|section)_/.test(name);

/** `body`: w:body, or whatever else holds paragraphs. */
export function paragraphsIn(body: Element): readonly Paragraph[] {
  const drafts: Draft[] = [];
  const bookmarks = new Map<string, Open>();
  const comments = new Map<string, Open>();
  const waiting = new Set<Open>();
  /** Comments that have a range. */
  const anchored = new Set<string>();

  const begin = (open: Map<string, Open>, id: string, name: string, here: Draft | null): void => {
    const one: Open = { name, start: here, touched: false };
    open.set(id, one);
    if (!here) waiting.add(one);
  };
  /** What holds no word at all lies where it begins. */
  const end = (open: Map<string, Open>, id: string, to: (draft: Draft) => Set<string>): void => {
    const one = open.get(id);
    open.delete(id);
    if (one && !one.touched && one.start) to(one.start).add(one.name);
  };
  const ofBookmarks = (draft: Draft) => draft.bookmarks;
  const ofComments = (draft: Draft) => draft.comments;

  const say = (draft: Draft, text: string, marks: readonly Mark[]): void => {
    if (text === '') return;
    draft.stretches.push({ text, marks });
    for (const [open, to] of [
      [bookmarks, draft.bookmarks],
      [comments, draft.comments],
    ] as const)
      for (const one of open.values()) {
        one.touched = true;
        to.add(one.name);
      }
  };

  /** Ranges and anchors may stand anywhere. True where it was one. */
  const anchor = (element: Element, draft: Draft | null): boolean => {
    const id = attributeOf(element, 'id') ?? '';
    switch (nameOf(element)) {
      case 'bookmarkStart': {
        const name = attributeOf(element, 'name') ?? '';
        // LibreOffice begins one anew in each paragraph that it lies on, and ends only the last. Ours never overlap.
        if (isOurs(name))
          for (const [other, one] of bookmarks) if (isOurs(one.name)) end(bookmarks, other, ofBookmarks);
        begin(bookmarks, id, name, draft);
        return true;
      }
      case 'bookmarkEnd':
        end(bookmarks, id, ofBookmarks);
        return true;
      case 'commentRangeStart':
        anchored.add(id);
        begin(comments, id, id, draft);
        return true;
      case 'commentRangeEnd':
        end(comments, id, ofComments);
        return true;
      default:
        return false;
    }
  };

  const run = (element: Element, draft: Draft, marks: readonly Mark[]): void => {
    for (const child of childrenOf(element))
      switch (nameOf(child)) {
        case 't':
        case 'delText':
          say(draft, child.text, marks);
          break;
        case 'tab':
        case 'ptab':
          say(draft, ' ', marks);
          break;
        case 'br':
          say(draft, attributeOf(child, 'type') === null ? '\n' : ' ', marks);
          break;
        case 'cr':
          say(draft, '\n', marks);
          break;
        case 'noBreakHyphen':
          say(draft, '\u2011', marks);
          break;
        case 'softHyphen':
          say(draft, '\u00ad', marks);
          break;
        case 'sym':
          say(draft, symbol(child), marks);
          break;
        case 'commentReference': {
          // A comment may have no range; where it has one, that tells better.
          const id = attributeOf(child, 'id') ?? '';
          if (!anchored.has(id)) draft.comments.add(id);
          break;
        }
        case 'footnoteReference':
        case 'endnoteReference':
          draft.holds.add('footnote');
          break;
        case 'drawing':
        case 'pict':
        case 'object':
        case 'AlternateContent':
          draft.holds.add('picture');
          break;
      }
  };

  const inside = (element: Element, draft: Draft, marks: readonly Mark[]): void => {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (anchor(child, draft)) continue;
      const change = changes[name];
      if (change) inside(child, draft, [...marks, markOf(child, change)]);
      else if (name === 'r') run(child, draft, marks);
      else if (name === 'oMath' || name === 'oMathPara') draft.holds.add('formula');
      else if (!name.endsWith('Pr')) inside(child, draft, marks); // links, fields, content controls, directions
    }
  };

  const paragraph = (element: Element, marks: readonly Mark[], inTable: boolean): void => {
    const properties = childOf(element, 'pPr');
    const style = childOf(properties, 'pStyle');
    const endings = childOf(properties, 'rPr');
    const draft: Draft = {
      style: plainStyle((style && attributeOf(style, 'val')) ?? ''),
      stretches: [],
      end: (endings ? childrenOf(endings) : []).flatMap((one) => {
        const change = changes[nameOf(one)];
        return change ? [markOf(one, change)] : [];
      }),
      bookmarks: new Set(),
      comments: new Set(),
      inTable,
      holds: new Set(),
    };
    drafts.push(draft);
    for (const one of waiting) one.start = draft;
    waiting.clear();
    inside(element, draft, marks);
  };

  const walk = (element: Element, marks: readonly Mark[], inTable: boolean): void => {
    for (const child of childrenOf(element)) {
      const name = nameOf(child);
      if (anchor(child, null)) continue;
      const change = changes[name];
      if (name === 'p') paragraph(child, marks, inTable);
      else if (change) walk(child, [...marks, markOf(child, change)], inTable);
      else if (!name.endsWith('Pr')) walk(child, marks, inTable || name === 'tbl');
    }
  };

  walk(body, [], false);
  return drafts;
}
