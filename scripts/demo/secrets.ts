/** Words that must not leave their owner's browser before they say *done*, and what of them was heard all the same. */
import { readings } from '../../tests/support/readings.ts';
import type { Somebody } from './somebody.ts';

export interface Secrets {
  /** From now on these words are for nobody else. */
  keep(owner: Somebody, words: readonly string[]): void;
  /** Their owner says *done*: looks at all that they sent until now. */
  done(owner: Somebody): void;
  /** What left a browser too early. */
  leaked(): readonly string[];
}

export function secrets(): Secrets {
  const kept = new Map<Somebody, { readonly since: number; readonly words: readonly string[] }[]>();
  const leaked: string[] = [];
  return {
    keep(owner, words) {
      kept.set(owner, [...(kept.get(owner) ?? []), { since: owner.sent.length, words }]);
    },
    done(owner) {
      for (const { since, words } of kept.get(owner) ?? [])
        for (const message of owner.sent.slice(since))
          for (const reading of readings(message))
            leaked.push(...words.filter((word) => reading.includes(word)));
      kept.delete(owner);
    },
    leaked: () => [...new Set(leaked)],
  };
}
