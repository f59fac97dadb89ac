/** The templates that come with the app, against the files they are made from. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtIn, builtInTemplate, schemaFile, templateSchema } from '../../scripts/templates.ts';
import { withoutStages } from '../../src/workshop/parseTemplate.ts';
import { formats, minutesOf } from '../../src/workshop/stage.ts';
import { firstStaffRole } from '../../src/workshop/templates/firstStaffRole.ts';
import { firstStaffRoleStages } from '../../src/workshop/templates/firstStaffRoleStages.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { staffRoleStages } from '../../src/workshop/templates/staffRoleStages.ts';
import { twoWay } from '../../src/workshop/templates/twoWay.ts';
import { twoWayStages } from '../../src/workshop/templates/twoWayStages.ts';

const made = {
  'staff-role': [staffRole, staffRoleStages],
  'first-staff-role': [firstStaffRole, firstStaffRoleStages],
  'two-way': [twoWay, twoWayStages],
} as const;
const files = Object.keys(builtIn) as (keyof typeof builtIn)[];

test('each module says what its file says (npm run templates)', () => {
  for (const file of files) {
    const whole = builtInTemplate(file);
    expect(made[file]).toEqual([withoutStages(whole), whole.stages]);
    expect(whole.id).toBe(file);
  }
});

test('the published schema is the one that files are held to (npm run templates)', () => {
  expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(templateSchema());
});

describe.each(files)('the template %s', (file) => {
  const { stages, responsibilities, sides } = builtInTemplate(file);

  test('takes a pair an hour, a cohort an hour and a half, and somebody alone half an hour', () => {
    expect(formats.map((format) => minutesOf(stages, format))).toEqual([60, 90, 30]);
  });

  test('writes unseen before anything is read, and shows after it', () => {
    const ids = stages.map(({ id }) => id);
    const unseen = stages.filter(({ writing }) => writing === 'private').map(({ id }) => id);
    expect(unseen).toEqual(['write']);
    expect(ids.indexOf('read')).toBe(ids.indexOf('write') + 1);
  });

  test('asks a question in every lane', () => {
    const prompts = [
      ...responsibilities.flatMap((one) => Object.values(one.prompts)),
      ...sides.map((one) => one.prompt),
    ];
    expect(prompts.filter((prompt) => !prompt.includes('?'))).toEqual([]);
  });
});
