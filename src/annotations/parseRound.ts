/** Reading a round from the text it was kept as: the answer is the round, or why it is none. */
import { fail, ok, type Result } from '../base/result.ts';

import { asText, field } from './entries.ts';
import { looking } from './plainValues.ts';
import { longestRound, type RoundContent, type RoundRecord, roundFormat, roundVersion } from './round.ts';
import { readRoundContent } from './roundValues.ts';
import { type Digester, type Hash, sha256 } from './sha256.ts';

export type RoundFailure =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }
  /** Something else's JSON. */
  | { readonly kind: 'not-ours' }
  /** Closed with a newer version of the app. It stays as it is; signatures under it can be checked all the same. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Ours, but cut or changed; `path` names the first place, e.g. `notes[2].stances[0].at`. */
  | { readonly kind: 'damaged'; readonly path: string }
  /** It reads well, but is not the round that this hash stands for: somebody has changed it since. */
  | { readonly kind: 'other-hash'; readonly hash: Hash };

export function parseRound(json: string): Result<RoundContent, RoundFailure> {
  if (json.length > longestRound) return fail({ kind: 'too-large' });
  const value = fromJson(json);
  if (value === undefined) return fail({ kind: 'not-json' });
  if (asText(field(value, 'format')) !== roundFormat) return fail({ kind: 'not-ours' });
  const version = field(value, 'version');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return fail({ kind: 'damaged', path: 'version' });
  if (version > roundVersion) return fail({ kind: 'newer', version });
  const look = looking('strict');
  const content = readRoundContent(value, '', look);
  return look.wrong === null ? ok(content) : fail({ kind: 'damaged', path: look.wrong });
}

/** Reads a round and looks whether it is the one it is taken for. */
export async function checkRound(
  subtle: Digester,
  json: string,
  hash: Hash,
): Promise<Result<RoundRecord, RoundFailure>> {
  if (json.length > longestRound) return fail({ kind: 'too-large' });
  const found = await sha256(subtle, json);
  if (found !== hash) return fail({ kind: 'other-hash', hash: found });
  const content = parseRound(json);
  return content.ok ? ok({ hash, json, content: content.value }) : content;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
