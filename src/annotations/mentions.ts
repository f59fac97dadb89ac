/**
 * People a remark speaks to: `@` and a name in its text, and beside the text who is meant. So a version that knows no
 * mentions still shows whom the words are for, and a person who is renamed is shown by the name they have now.
 */
import { userId } from '../workshop/ids.ts';
import type { Mention } from './desk.ts';
import { asText, clip, field, longest } from './entries.ts';

/** Far more than anybody asks at once. */
const mostMentions = 30;

export const tidyMentions = (mentions: readonly Mention[]): Mention[] =>
  mentions
    .slice(0, mostMentions)
    .map(({ user, name }) => ({ user, name: clip(name, longest.name) }))
    .filter(({ user, name }) => user !== '' && name.trim() !== '');

/** What can't be read is no mention; the remark's words stay readable without. */
export function mentionsFrom(value: unknown): readonly Mention[] {
  if (!Array.isArray(value)) return [];
  return tidyMentions(
    value.slice(0, mostMentions).flatMap((entry: unknown): Mention[] => {
      const [user, name] = [asText(field(entry, 'user')), asText(field(entry, 'name'))];
      return user !== null && name !== null ? [{ user: userId(user), name }] : [];
    }),
  );
}
