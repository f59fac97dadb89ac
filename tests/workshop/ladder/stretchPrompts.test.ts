import { expect, test } from 'vitest';
import { promptsIn, templateIn } from '../../../src/workshop/ladder/stretchPrompts.ts';
import { lanesOf, sheetColumns } from '../../../src/workshop/lens.ts';
import { parseTemplate } from '../../../src/workshop/parseTemplate.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';

test('whoever stretches is asked what they would do, in every lane that asks what they do', () => {
  const prompts = promptsIn(staffRole, 'stretch');
  const lanes = lanesOf(sheetColumns(staffRole, 'pillars'));
  // Why the role is needed is no question of who has it.
  expect(lanes.filter(({ id }) => !prompts.has(id)).map(({ id }) => id)).toEqual(['side/why-now']);
  for (const { id, prompt } of lanes) {
    expect(prompts.get(id)).not.toBe(prompt);
    expect(prompts.get(id) ?? 'you would').toMatch(/would|had/);
  }
  expect([...prompts.keys()].filter((id) => !lanes.some((lane) => lane.id === id))).toEqual([]);
});

test('a template in the words of a mode asks in each lane what the mode asks there', () => {
  const prompts = promptsIn(staffRole, 'stretch');
  const lanes = lanesOf(sheetColumns(templateIn(staffRole, 'stretch'), 'responsibilities'));
  for (const { id, prompt } of lanes) expect(prompts.get(id) ?? prompt).toBe(prompt);
  expect(templateIn(staffRole, 'job')).toEqual(staffRole);
});

test('who is at level, or has not said where they are, is asked what the template asks', () => {
  expect([promptsIn(staffRole, 'job').size, promptsIn(staffRole, null).size]).toEqual([0, 0]);
});

test('a template needs no such words, and what it has for a pillar that it does not serve is asked nowhere', () => {
  const [first, ...rest] = staffRole.responsibilities;
  const stray = { execution: 'What would you do?' };
  const parsed = parseTemplate({
    ...{ ...staffRole, sides: [] },
    responsibilities: [
      { ...first, stretchPrompts: stray },
      ...rest.map((one) => ({ ...one, stretchPrompts: undefined })),
    ],
  });
  expect(parsed.ok && [...promptsIn(parsed.value, 'stretch')]).toEqual([]);
});
