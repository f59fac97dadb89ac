/**
 * What Rolewright says about whose the notes are that were written unseen in one step: announced before the step begins,
 * and never changed once it has been said, so that nobody is named who wrote in the belief that they would not be.
 *
 *   authors  step → 'role' | 'hidden'   in the sheet's document; no entry: named
 */
import type * as Y from 'yjs';
import { type AuthorDisplay, authorDisplays } from '../../workshop/stage.ts';
import { asOneOf } from '../entries.ts';
import { openStep } from '../heldWords.ts';
import { operate } from '../schema.ts';

const authorsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('authors');
const displayFrom = asOneOf(authorDisplays);

/** What can't be read may ask for more than we know of, so it hides. */
const read = (value: unknown): AuthorDisplay =>
  value === undefined ? 'named' : (displayFrom(value) ?? 'hidden');

/**
 * For notes of this step. What people let out of any step later, by themselves, no longer says of which: it is shown as
 * in the step that hid most.
 */
export function authorsIn(doc: Y.Doc, step: string | null): AuthorDisplay {
  if (step === null) return 'named';
  if (step !== openStep) return read(authorsOf(doc).get(step));
  const said = [...authorsOf(doc).values()].map(read);
  return said.includes('hidden') ? 'hidden' : said.includes('role') ? 'role' : 'named';
}

/** Only where nothing was said for this step yet. */
export const sayAuthors = (doc: Y.Doc, step: string, display: AuthorDisplay): boolean =>
  operate(doc, 'say-authors', () => {
    if (display !== 'named' && !authorsOf(doc).has(step)) authorsOf(doc).set(step, display);
  });
