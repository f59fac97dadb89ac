/** How the notes spread over the pillars, in plain words. It says what is, not what should be. */

export interface PillarCount {
  readonly title: string;
  readonly notes: number;
}

/** A pillar is named first where it has more than half of several notes. */
const several = 3;

/** One or two sentences; empty while there is nothing to say. */
export function balanceWords(counts: readonly PillarCount[]): string {
  const total = counts.reduce((sum, { notes }) => sum + notes, 0);
  if (total === 0 || counts.length < 2) return '';
  const [most] = [...counts].sort((a, b) => b.notes - a.notes);
  const empty = counts.filter(({ notes }) => notes === 0).map(({ title }) => title);
  const notes = total === 1 ? 'note is' : 'notes are';
  const none = empty.length > 0 ? ` None is in ${either(empty)}.` : '';
  if (most && total >= several && most.notes * 2 > total)
    return `${most.notes} of ${total} ${notes} ${most.title}.${none}`;
  const shares = counts.filter((count) => count.notes > 0).map((count) => `${count.notes} ${count.title}`);
  return `Of ${total} ${total === 1 ? 'note' : 'notes'}: ${shares.join(', ')}.${none}`;
}

const either = (titles: readonly string[]): string =>
  titles.length === 1 ? (titles[0] ?? '') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`;
