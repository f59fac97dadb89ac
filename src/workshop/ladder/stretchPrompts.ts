/** What lanes ask of somebody who stretches for the role, where their template has words for it. */
import { type LaneId, laneId } from '../ids.ts';
import type { Template } from '../template.ts';
import type { Mode } from './distance.ts';

/** By lane; empty where lanes ask what they always ask. */
export function promptsIn(template: Template, mode: Mode | null): ReadonlyMap<LaneId, string> {
  if (mode !== 'stretch') return new Map();
  const lanes = template.responsibilities.flatMap(({ id, pillars, stretchPrompts }) =>
    pillars.flatMap((pillar) => {
      const prompt = stretchPrompts?.[pillar];
      return prompt ? [[laneId(pillar, id), prompt] as const] : [];
    }),
  );
  const sides = template.sides.flatMap(({ id, stretchPrompt }) =>
    stretchPrompt ? [[laneId('side', id), stretchPrompt] as const] : [],
  );
  return new Map([...lanes, ...sides]);
}

/** The template with the words that the mode calls for in the place of the usual ones. */
export function templateIn(template: Template, mode: Mode | null): Template {
  const prompts = promptsIn(template, mode);
  return {
    ...template,
    responsibilities: template.responsibilities.map((one) => ({
      ...one,
      prompts: Object.fromEntries(
        Object.entries(one.prompts).map(([pillar, prompt]) => [
          pillar,
          prompts.get(laneId(pillar, one.id)) ?? prompt,
        ]),
      ),
    })),
    sides: template.sides.map((side) => ({
      ...side,
      prompt: prompts.get(laneId('side', side.id)) ?? side.prompt,
    })),
  };
}
