/** A language's words for each theme: phrases as ours/phrases.ts reads them. Data; what each sign means is told there. */
import type { ThemeId } from './themes.ts';

export type ThemeWords = Readonly<Record<ThemeId, readonly string[]>>;
