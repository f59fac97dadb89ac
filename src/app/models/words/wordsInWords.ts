/** How many words of whom, in words. */
import { day } from '../../../workshop/day.ts';

export interface Counted {
  readonly stances: number;
  readonly remarks: number;
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** E.g. `5 views and 1 remark`; empty for nothing. */
export const wordsInWords = ({ stances, remarks }: Counted): string =>
  [
    ...(stances > 0 ? [counted(stances, 'view', 'views')] : []),
    ...(remarks > 0 ? [counted(remarks, 'remark', 'remarks')] : []),
  ].join(' and ');

/** E.g. `23 November 2026`, from ISO 8601. */
export const dayOf = (at: string): string => day(at) || 'a day that is not told';

/** E.g. `Max, Pia and 3 more`. */
export function inAList(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
