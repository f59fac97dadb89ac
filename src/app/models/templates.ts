/**
 * The templates that come with the app. They are checked by `parseTemplate` in the tests and not in the panel, which
 * stays free of the checker's weight; templates from elsewhere would be checked when they are read.
 */
import type { Template } from '../../workshop/template.ts';
import { staffRole } from '../../workshop/templates/staffRole.ts';

export const templates: readonly Template[] = [staffRole];

export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
