import type { Role } from '../../../workshop/roles.ts';
import type { Lens } from '../../../workshop/sheet.ts';
import type { Writing } from '../../../workshop/sheetWords.ts';

export interface StartForm {
  readonly template: string;
  readonly lens: Lens;
  readonly title: string;
  readonly team: string;
  readonly level: string;
  /** Names with commas, semicolons or line breaks between. */
  readonly reviewers: string;
  readonly role: Role;
  /** Where the first notes are written: seen by all, or unseen by each other at first. */
  readonly writing: Writing;
}

export const emptyForm = (template: string): StartForm => ({
  template,
  lens: 'pillars',
  title: '',
  team: '',
  level: '',
  reviewers: '',
  role: 'engineer',
  // Somebody alone gains nothing by a draft that only one browser has.
  writing: 'board',
});
