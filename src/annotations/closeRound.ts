/** Closing a round: from how the sheet stands to what is kept of it, and its hash. */
import { canonicalJson } from '../base/canonicalJson.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Closing } from './closings.ts';
import { clip, longest } from './entries.ts';
import type { Participant } from './participants.ts';
import { looking } from './plainValues.ts';
import type { PublicState } from './publicState.ts';
import { longestRound, type RoundContent, type RoundRecord, roundFormat, roundVersion } from './round.ts';
import { readRoundContent } from './roundValues.ts';
import { type Digester, sha256 } from './sha256.ts';

export type CloseFailure =
  /** More than a board takes in one document. */
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** Something in the sheet is of a kind that no round can hold, such as a person without an id. */
  | { readonly kind: 'unreadable'; readonly path: string };

export interface CloseWords extends Pick<Closing, 'number' | 'previous'> {
  /** What there is to say about this round; may be empty. */
  readonly note: string;
}

/** Whom the app lets close a round: whoever answers for the sheet, or leads the talk about it. */
export const mayCloseRound = ({ role, confirmed }: Pick<Participant, 'role' | 'confirmed'>): boolean =>
  confirmed && (role === 'engineer' || role === 'manager' || role === 'facilitator');

export async function closeRound(
  subtle: Digester,
  state: PublicState,
  { number, previous, note }: CloseWords,
): Promise<Result<RoundRecord, CloseFailure>> {
  // What lies in documents may be longer or stranger than a round may be; whatever is made can so be read again.
  const look = looking('lenient');
  const told = { ...state, number, previous, note: clip(note, longest.text) };
  const content: RoundContent = readRoundContent(told, '', look);
  if (look.wrong !== null) return fail({ kind: 'unreadable', path: look.wrong });
  const json = canonicalJson({ format: roundFormat, version: roundVersion, ...content });
  const bytes = new TextEncoder().encode(json).length;
  if (bytes > longestRound) return fail({ kind: 'too-large', bytes });
  return ok({ hash: await sha256(subtle, json), json, content });
}
