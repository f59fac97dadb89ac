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
import type { ExportedChange, ExportedRemark } from './exported.ts';
import { bookmarkName, durableIdOf } from './names.ts';
import { second, signOfComment } from './signs.ts';
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

/** Word takes times to the second, and takes none for now. */
const momentOf = (at: string): Date => new Date(second(at));
/** Words from a document go out under the name and the time that they came with. */
const authorOf = ({ who, from }: Spoken): string => say.name(from?.name ?? who.name);
const timeOf = ({ at, from }: Spoken): string => from?.at ?? at;

export interface Margin {
  /** Every comment so far. */
  comments(): readonly ICommentOptions[];
  /** The same as they are told of in the document, for whoever brings it back. */
  remarks(): readonly ExportedRemark[];
  /** The suggestion that stands in this note's text as a change. */
  changeOf(note: Note): ExportedChange | null;
  /** A bookmark around what follows. */
  bookmark(kind: 'note' | 'section', id: string): Around;
  /** Marks for a note's text and for all that was said about it. */
  about(note: Note): Around;
  /** The note's text with a suggestion as a change in it; null where none is to be shown so. */
  changed(note: Note, look: ParagraphLook, around: Around): Paragraph | null;
}

/** The newest suggestion that waits for a decision and would change the text; of two of one moment the later one. */
function shownChange(note: Note): Spoken | null {
  let newest: Spoken | null = null;
  for (const thread of note.threads)
    for (const one of [thread, ...thread.answers]) {
      const { proposes, countered, wording, at } = one;
      if (!proposes || countered || wording === null || (newest && at < newest.at)) continue;
      if (!sameText(wording, note.text)) newest = one;
    }
  return newest;
}

export function openMargin(): Margin {
  const comments: ICommentOptions[] = [];
  const remarks: ExportedRemark[] = [];
  let bookmarks = 0;
  let changes = 0;

  const add = (remark: Spoken, shown: Spoken | null, more: Partial<ICommentOptions>): number => {
    const id = comments.length;
    const author = authorOf(remark);
    const lines = commentLines(remark, shown === remark);
    const at = timeOf(remark);
    comments.push({
      id,
      author,
      initials: initialsOf(author),
      date: momentOf(at),
      children: lines.map((each) => new Paragraph({ children: line(each) })),
      durableId: durableIdOf(remark.id),
      ...more,
    });
    remarks.push({
      id: remark.id,
      sign: signOfComment({ author, at: second(at), text: lines.join('\n') }),
      resolved: more.resolved === true,
    });
    return id;
  };

  return {
    comments: () => comments,
    remarks: () => remarks,
    changeOf(note) {
      const shown = shownChange(note);
      return shown && { remark: shown.id, author: authorOf(shown), at: second(timeOf(shown)) };
    },
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
      const author = authorOf(shown);
      const date = momentOf(timeOf(shown)).toISOString();
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
function commentLines(remark: Spoken, isShown: boolean): readonly string[] {
  const { text, wording, from, who } = remark;
  const decided = say.decided(remark);
  const lines = [
    ...cleanLines(text),
    ...(wording === null
      ? []
      : isShown
        ? ['Suggests the change shown in the text.']
        : ['Suggests instead:', ...cleanLines(say.orBlank(wording))]),
    ...(decided ? [`(${cleanLine(decided)})`] : []),
    ...(from ? [`(from a Word document, brought in by ${say.name(who.name)})`] : []),
  ];
  return lines.length > 0 ? lines : ['(no words)'];
}
