/**
 * The margin of a Word document: comments and changes. Each remark is a comment on its note's text, each answer a
 * reply; a suggestion that waits for a decision stands in the text as a change that Word can accept or reject, and in
 * the margin with what was said about it. Word keeps one author's change at a place, so of several suggestions for one
 * note the newest stands in the text and the others in the margin with their words.
 */
import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  type ICommentOptions,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { sameText } from '../../annotations/text.ts';
import { wordDiff } from '../../annotations/wordDiff.ts';
import { cleanLine, cleanLines } from '../cleanText.ts';
import { stretches } from '../direction.ts';
import type { Note, Spoken, Thread } from '../document.ts';
import * as say from '../wording.ts';
import { bookmarkName, durableIdOf } from './names.ts';
import { type Around, line, type ParagraphLook, paragraph } from './text.ts';

/** Word shows as many letters of who commented. */
const mostInitials = 3;

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, mostInitials)
    .join('')
    .toUpperCase();

/** Word takes times to the second, and takes none for now; a damaged one is the oldest there is. */
const momentOf = (at: string): Date => new Date(Math.floor((Date.parse(at) || 0) / 1000) * 1000);

export interface Margin {
  /** Every comment so far. */
  comments(): readonly ICommentOptions[];
  /** A bookmark around what follows. */
  bookmark(kind: 'note' | 'section', id: string): Around;
  /** Marks for a note's text and for all that was said about it. */
  about(note: Note): Around;
  /** The note's text with a suggestion as a change in it; null where none is to be shown so. */
  changed(note: Note, look: ParagraphLook, around: Around): Paragraph | null;
}

/** The newest suggestion that waits for a decision and would change the text. */
const shownChange = (note: Note): Spoken | null =>
  note.threads
    .flatMap((thread): Spoken[] => [thread, ...thread.answers])
    .filter(
      ({ proposes, countered, wording }) =>
        proposes && !countered && wording !== null && !sameText(wording, note.text),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .at(-1) ?? null;

export function openMargin(): Margin {
  const comments: ICommentOptions[] = [];
  let bookmarks = 0;
  let changes = 0;

  const add = (remark: Spoken, shown: Spoken | null, more: Partial<ICommentOptions>): number => {
    const id = comments.length;
    const author = say.name(remark.who.name);
    comments.push({
      id,
      author,
      initials: initialsOf(author),
      date: momentOf(remark.at),
      children: commentText(remark, shown === remark),
      durableId: durableIdOf(remark.id),
      ...more,
    });
    return id;
  };

  return {
    comments: () => comments,
    bookmark(kind, id) {
      bookmarks += 1;
      // The library writes whatever component stands in a paragraph; its type only forgets these two.
      const mark = (one: BookmarkStart | BookmarkEnd) => one as unknown as ParagraphChild;
      return {
        before: [mark(new BookmarkStart(bookmarkName(kind, id), bookmarks))],
        after: [mark(new BookmarkEnd(bookmarks))],
      };
    },
    about(note) {
      const shown = shownChange(note);
      const ids = note.threads.flatMap((thread: Thread): number[] => {
        const resolved = { resolved: thread.resolved };
        const first = add(thread, shown, resolved);
        const answers = thread.answers.map((one) => add(one, shown, { parentId: first, ...resolved }));
        return [first, ...answers];
      });
      const own = this.bookmark('note', note.id);
      return {
        before: [...own.before, ...ids.map((id) => new CommentRangeStart(id))],
        after: [
          ...ids.map((id) => new CommentRangeEnd(id)),
          ...own.after,
          ...ids.map((id) => new TextRun({ children: [new CommentReference(id)] })),
        ],
      };
    },
    changed(note, look, around) {
      const shown = shownChange(note);
      if (!shown) return null;
      const author = say.name(shown.who.name);
      const date = momentOf(shown.at).toISOString();
      const [before, after] = [note.text, shown.wording ?? ''].map((words) => cleanLines(words).join('\n'));
      const runs = wordDiff(before ?? '', after ?? '').flatMap(({ kind, text }) =>
        pieces(text).map(({ words, breaks, rightToLeft }): ParagraphChild => {
          const own = {
            text: words,
            ...(breaks ? { break: 1 } : {}),
            ...(rightToLeft ? { rightToLeft } : {}),
          };
          if (kind === 'same') return new TextRun(own);
          changes += 1;
          const change = { ...own, id: changes, author, date };
          return kind === 'added' ? new InsertedTextRun(change) : new DeletedTextRun(change);
        }),
      );
      return paragraph([...around.before, ...runs, ...around.after], look);
    },
  };
}

interface Piece {
  readonly words: string;
  /** Whether a line ends before it. */
  readonly breaks: boolean;
  readonly rightToLeft: boolean;
}

const pieces = (text: string): readonly Piece[] =>
  text.split('\n').flatMap((each, at): Piece[] => {
    const own = stretches(each).map(({ text: words, direction }, nth) => ({
      words,
      breaks: at > 0 && nth === 0,
      rightToLeft: direction === 'rtl',
    }));
    return own.length > 0 || at === 0 ? own : [{ words: '', breaks: true, rightToLeft: false }];
  });

/** One paragraph a line; at least one, since a comment without any can't be opened. */
function commentText(remark: Spoken, isShown: boolean): Paragraph[] {
  const { text, wording } = remark;
  const decided = say.decided(remark);
  const lines = [
    ...cleanLines(text),
    ...(wording === null
      ? []
      : isShown
        ? ['Suggests the change shown in the text.']
        : ['Suggests instead:', ...cleanLines(say.orBlank(wording))]),
    ...(decided ? [`(${cleanLine(decided)})`] : []),
  ];
  return (lines.length > 0 ? lines : ['(no words)']).map((each) => new Paragraph({ children: line(each) }));
}
