/**
 * What a desk's owner says about the themes of a role, beside what the words of the notes say.
 *
 *   themes  note:<theme>/<note id> → { touches, at }   this note touches the theme, or does not
 *           role:<theme> → { reason, at }              the theme is no part of this role
 *
 * Each is written whole; null takes it back. A theme that this version doesn't know is kept and counted.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { type ThemeId, themeIds } from '../../workshop/themes/themes.ts';
import { plainFields } from '../deskEntries.ts';
import { asOneOf, asText, clip, longest, parseEntries, put } from '../entries.ts';
import { operate } from '../schema.ts';
import type { themeDeskRoots } from './themeRoots.ts';

const themes: (typeof themeDeskRoots)[number] = 'themes';
const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(themes);
const themeFrom = asOneOf(themeIds);

export interface NoteMark {
  readonly theme: ThemeId;
  readonly note: ItemId;
  readonly touches: boolean;
  readonly at: string;
}

export interface RoleMark {
  readonly theme: ThemeId;
  /** One line; may be empty. */
  readonly reason: string;
  readonly at: string;
}

export interface ThemeMarks {
  readonly notes: readonly NoteMark[];
  readonly role: readonly RoleMark[];
  readonly unknown: number;
}

type Mark =
  | { readonly of: 'note'; readonly mark: NoteMark }
  | { readonly of: 'role'; readonly mark: RoleMark };

function parse(key: string, value: unknown): Mark | null | undefined {
  if (value === null) return undefined;
  const [, kind, name, note] = /^(note|role):([^/]+)(?:\/(.+))?$/s.exec(key) ?? [];
  const theme = themeFrom(name);
  const fields = plainFields(value);
  const [at, touches, reason] = [
    asText(fields.get('at')),
    fields.get('touches'),
    asText(fields.get('reason')),
  ];
  if (theme === null || at === null) return null;
  if (kind === 'note' && note !== undefined && typeof touches === 'boolean')
    return { of: 'note', mark: { theme, note: itemId(note), touches, at } };
  if (kind === 'role' && note === undefined && reason !== null)
    return { of: 'role', mark: { theme, reason, at } };
  return null;
}

export function readThemeMarks(doc: Y.Doc): ThemeMarks {
  const { values, unknown } = parseEntries(root(doc), parse);
  return {
    notes: values.flatMap((one) => (one.of === 'note' ? [one.mark] : [])),
    role: values.flatMap((one) => (one.of === 'role' ? [one.mark] : [])),
    unknown,
  };
}

const noteKey = (theme: ThemeId, note: ItemId): string => `note:${theme}/${note}`;

export const markNote = (doc: Y.Doc, { theme, note, touches, at }: NoteMark): boolean =>
  operate(doc, 'mark-theme', () => root(doc).set(noteKey(theme, note), { touches, at }));

export const unmarkNote = (doc: Y.Doc, theme: ThemeId, note: ItemId): boolean =>
  operate(doc, 'unmark-theme', () => {
    if (root(doc).has(noteKey(theme, note))) put(root(doc), noteKey(theme, note), null);
  });

export const leaveOut = (doc: Y.Doc, { theme, reason, at }: RoleMark): boolean =>
  operate(doc, 'leave-theme-out', () =>
    root(doc).set(`role:${theme}`, { reason: clip(reason, longest.line), at }),
  );

export const takeIn = (doc: Y.Doc, theme: ThemeId): boolean =>
  operate(doc, 'take-theme-in', () => {
    if (root(doc).has(`role:${theme}`)) put(root(doc), `role:${theme}`, null);
  });
