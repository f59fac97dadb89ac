/** What Yjs asks of `lib0/logging`, without colours; the build puts it in that one's place (vite.config.ts). */

/** Symbols are lib0's way to say how a word looks. */
const plain = (words: readonly unknown[]): unknown[] => words.filter((word) => typeof word !== 'symbol');

export const [BOLD, UNBOLD, ORANGE, RED] = [Symbol(), Symbol(), Symbol(), Symbol()];
export const print = (...words: readonly unknown[]): void => console.log(...plain(words));
export const warn = (...words: readonly unknown[]): void => console.warn(...plain(words));
