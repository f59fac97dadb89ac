/** Which themes the notes of several sheets touch. Made of notes alone, which everybody on the board can read. */
import { type ThemeId, themes } from '../../../workshop/themes/themes.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface SharedTheme {
  readonly title: string;
  readonly sheets: number;
}

/** Those of at least two sheets, most first. */
export function sharedThemes(
  views: readonly Pick<SheetView, 'notes'>[],
  find: (text: string) => readonly ThemeId[],
): readonly SharedTheme[] {
  const counts = new Map<ThemeId, number>();
  for (const { notes } of views) {
    const own = new Set(
      [...notes.values()].flatMap(({ place, text }) => (place === 'gone' ? [] : find(text))),
    );
    for (const theme of own) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, sheets]) => sheets >= 2)
    .sort((a, b) => b[1] - a[1])
    .map(([theme, sheets]) => ({ title: themes[theme].title, sheets }));
}
