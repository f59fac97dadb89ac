/** What somebody reads who takes all that is sent apart: the text itself, and whatever is written in it as base64. */
import { fromBase64 } from '../../src/sync/bytes.ts';

export function* readings(text: string): Iterable<string> {
  yield text;
  for (const [run] of text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)) {
    const bytes = fromBase64(run);
    if (bytes) yield new TextDecoder().decode(bytes);
  }
}
