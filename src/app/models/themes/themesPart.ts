/** What the sheet touches of what such roles share (themes.ts). */
import { definePart } from '../sheet/parts.ts';

export const themesPart = definePart(async () => (await import('./themes.ts')).openThemes);
