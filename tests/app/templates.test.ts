import { expect, test } from 'vitest';
import { templates } from '../../src/app/models/templates.ts';
import { parseTemplate } from '../../src/workshop/parseTemplate.ts';

test.each(templates.map((template) => [template.id, template] as const))(
  'the template %s is whole',
  (_, template) => {
    expect(parseTemplate(template)).toEqual({ ok: true, value: template });
  },
);
