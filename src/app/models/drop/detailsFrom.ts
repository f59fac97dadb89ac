import type { SheetId } from '../../../workshop/ids.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import type { StartForm } from './startForm.ts';

/** A sheet that nobody has given a title. */
export const untitled = 'Staff Engineer';

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
    title: form.title.trim() || untitled,
    team: form.team.trim(),
    level: form.level.trim(),
    engineer: form.role === 'engineer' ? name : '',
    reviewers: namesIn(form.reviewers),
    createdAt,
  };
}
