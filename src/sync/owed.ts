/**
 * Words on this browser's disk that the board may lack, written by pages that are gone, or frozen, or just busy. The
 * leading page looks for their marks when it begins and at every heartbeat, and takes a mark away only after this:
 *
 *   read the mark → read the document → the board has what was read → the mark still says the same
 *
 * A page that wrote more in between has changed its mark, and the next look finds it.
 */
import type { LocalCopy, Owed } from './localCopy.ts';

interface Context {
  readonly local: Pick<LocalCopy, 'owed' | 'settle'>;
  /** Takes in what the disk holds of this document, and resolves when the board has it; false if that won't be. */
  readonly bring: (name: string) => Promise<boolean>;
}

/** One look. Resolves when all that was found is settled. Looks that overlap do no harm. */
export function payOwed({ local, bring }: Context): () => Promise<void> {
  const under = new Set<string>();
  return async () => {
    const byName = new Map<string, Owed[]>();
    for (const one of await local.owed()) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
    await Promise.all(
      [...byName].map(async ([name, marks]) => {
        if (under.has(name)) return;
        under.add(name);
        if (await bring(name)) await Promise.all(marks.map(local.settle));
        under.delete(name);
      }),
    );
  };
}
