/** The templates that come with the app, checked when the app starts: a broken one is a broken build. */
import { parseTemplate } from '../../workshop/parseTemplate.ts';
import type { Template } from '../../workshop/template.ts';
import { staffRole } from '../../workshop/templates/staffRole.ts';

const builtIn: readonly unknown[] = [staffRole];

export const templates: readonly Template[] = builtIn.map((data) => {
  const parsed = parseTemplate(data);
  if (parsed.ok) return parsed.value;
  throw new Error(`A built-in template is broken: ${JSON.stringify(parsed.error)}`);
});

export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
