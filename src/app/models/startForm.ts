/** What somebody fills in to start a sheet, and what becomes of it. */
import { cleanLine } from '../../export/cleanText.ts';
import type { SheetId } from '../../workshop/ids.ts';
import type { Role } from '../../workshop/roles.ts';
import type { Lens, SheetDetails } from '../../workshop/sheet.ts';

export interface StartForm {
  readonly template: string;
  readonly lens: Lens;
  readonly title: string;
  readonly team: string;
  readonly level: string;
  /** Names with commas, semicolons or line breaks between. */
  readonly reviewers: string;
  readonly role: Role;
}

export const emptyForm = (template: string): StartForm => ({
  template,
  lens: 'pillars',
  title: '',
  team: '',
  level: '',
  reviewers: '',
  role: 'engineer',
});

export const namesIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** `name` is the starter's name; it stands on the sheet only if they are its engineer. */
export function detailsFrom(form: StartForm, id: SheetId, name: string, createdAt: string): SheetDetails {
  return {
    id,
    template: form.template,
    lens: form.lens,
    title: form.title.trim() || 'Staff Engineer',
    team: form.team.trim(),
    level: form.level.trim(),
    engineer: form.role === 'engineer' ? name : '',
    reviewers: namesIn(form.reviewers),
    createdAt,
  };
}

/** How a sheet is called in lists. */
export const sheetLabel = ({ title, team, engineer }: SheetDetails): string =>
  [title, team, engineer].map(cleanLine).filter(Boolean).join(' · ');
