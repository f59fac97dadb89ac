/** Words that say nothing about a place, as one question: is this word common? */
export interface Vocabulary {
  readonly has: (plain: string) => boolean;
}

/** From lists apart by white space; `word*` stands for every word that begins so. */
export function vocabulary(...lists: readonly string[]): Vocabulary {
  const whole = new Set<string>();
  const starts = new Set<string>();
  for (const entry of lists.flatMap((list) => list.split(/\s+/)).filter((found) => found !== ''))
    if (entry.endsWith('*')) starts.add(entry.slice(0, -1));
    else whole.add(entry);
  const longest = Math.max(0, ...[...starts].map((start) => start.length));
  return {
    has(plain) {
      if (whole.has(plain)) return true;
      for (let length = Math.min(longest, plain.length); length > 0; length -= 1)
        if (starts.has(plain.slice(0, length))) return true;
      return false;
    },
  };
}
