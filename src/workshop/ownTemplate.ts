/**
 * Templates that a team brought to a board. Sheets call one by the id in its file and a hash of all it says, such as
 * `our-ladder.1x2y3z`: an edited file is another template beside the first, and no sheet that was made from the first
 * changes its meaning.
 */
import { canonicalJson } from '../base/canonicalJson.ts';
import { textHash } from '../base/textHash.ts';
import { withoutStages } from './parseTemplate.ts';
import type { Template, WholeTemplate } from './template.ts';

/** Ids in files have no dot. */
const between = '.';

export const ownName = (template: WholeTemplate): string =>
  `${template.id}${between}${textHash(canonicalJson(template))}`;

export const isOwnName = (name: string): boolean => name.includes(between);

/** The id in its file. */
export const fileId = (name: string): string => name.split(between)[0] ?? name;

/** As sheets know it. */
export const ownTemplate = (template: WholeTemplate): Template => ({
  ...withoutStages(template),
  id: ownName(template),
});
