/** The comments of a Word document, with what its further parts say of them: which answers which, which are resolved. */
import { second } from '../word/signs.ts';
import { paragraphsIn, wordsOf } from './paragraphs.ts';
import { attributeOf, childrenOf, type Element, nameOf } from './xml.ts';

export interface WordComment {
  readonly id: string;
  readonly author: string;
  /** To the second. Word writes it by its own clock, whatever zone that is in. */
  readonly at: string;
  /** In universal time, where the document tells it. */
  readonly utc: string | null;
  readonly text: string;
  /** Eight digits that Word keeps; null where the program that saved it doesn't. */
  readonly durable: string | null;
  /** The id of the comment it answers. */
  readonly answers: string | null;
  /** Null where the document doesn't tell. */
  readonly resolved: boolean | null;
}

export interface CommentParts {
  readonly comments: Element | null;
  readonly extended: Element | null;
  readonly ids: Element | null;
  readonly extensible: Element | null;
}

const listed = (part: Element | null): readonly Element[] => (part ? childrenOf(part) : []);

export function commentsIn({ comments, extended, ids, extensible }: CommentParts): readonly WordComment[] {
  const by = (part: Element | null, key: string): ReadonlyMap<string, Element> =>
    new Map(
      listed(part).flatMap((one) => {
        const id = attributeOf(one, key);
        return id === null ? [] : [[id, one] as const];
      }),
    );
  const [threads, durables, moments] = [
    by(extended, 'paraId'),
    by(ids, 'paraId'),
    by(extensible, 'durableId'),
  ];
  const elements = listed(comments).filter((one) => nameOf(one) === 'comment');
  /** The last paragraph of a comment stands for it. */
  const paragraphId = (comment: Element): string =>
    childrenOf(comment)
      .filter((one) => nameOf(one) === 'p')
      .map((one) => attributeOf(one, 'paraId') ?? '')
      .at(-1) ?? '';
  const owners = new Map(elements.map((one) => [paragraphId(one), attributeOf(one, 'id') ?? '']));
  return elements.map((comment) => {
    const paragraph = paragraphId(comment);
    const thread = threads.get(paragraph);
    const parent = thread && attributeOf(thread, 'paraIdParent');
    const durable = durables.get(paragraph);
    const durableId = (durable && attributeOf(durable, 'durableId')) ?? null;
    const moment = durableId === null ? undefined : moments.get(durableId);
    const done = thread && attributeOf(thread, 'done');
    return {
      id: attributeOf(comment, 'id') ?? '',
      author: attributeOf(comment, 'author') ?? '',
      at: second(attributeOf(comment, 'date') ?? ''),
      utc: (moment && attributeOf(moment, 'dateUtc')) ?? null,
      text: wordsOf(paragraphsIn(comment)),
      durable: durableId,
      answers: parent ? (owners.get(parent) ?? null) : null,
      resolved: done == null ? null : done === '1' || done === 'true',
    };
  });
}
