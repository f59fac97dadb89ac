/**
 * Short signs of what a document said when it was saved. They are in the document beside its words, so that whoever
 * brings it back can tell what somebody changed in it. Signs, not words: what people take out of a document before they
 * send it on is out of it.
 */
import { normalised } from '../../annotations/text.ts';
import { textHash } from '../../base/textHash.ts';
import { cleanText } from '../cleanText.ts';

/** The same for texts that differ in white space only, which programs add and lose. */
export const signOfWords = (text: string): string => textHash(normalised(cleanText(text)));

/** Of a moment just what every program keeps of it; a damaged one is the oldest there is. */
export const second = (at: string): string =>
  `${new Date(Math.floor((Date.parse(at) || 0) / 1000) * 1000).toISOString().slice(0, 19)}Z`;

export interface SignedComment {
  readonly author: string;
  /** To the second. */
  readonly at: string;
  readonly text: string;
}

export const signOfComment = ({ author, at, text }: SignedComment): string =>
  signOfWords(`${author}\n${at}\n${text}`);
