import type { Role } from '../../workshop/roles.ts';
import type { Lens } from '../../workshop/sheet.ts';

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
