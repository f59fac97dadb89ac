/**
 * How a sheet stands for everybody's eyes: what rounds are made of. Whoever closes one sees more than that, namely what
 * they hold back themselves until both sides are done; none of it may get into a round, so a round is made of nothing else.
 */
import type { Brand } from '../base/brand.ts';
import type { SheetState } from './round.ts';
import { type StateParts, sheetState } from './sheetState.ts';
import { gatherTalk } from './talk.ts';
import { visibleDesks, type WholeDesk } from './unseen.ts';

export type PublicState = Brand<SheetState, 'PublicState'>;

export interface PublicParts extends Omit<StateParts, 'talk'> {
  readonly desks: readonly WholeDesk[];
}

/** Null while the sheet's header has not arrived. */
export function publicState({ desks, ...parts }: PublicParts): PublicState | null {
  const shown = visibleDesks({ setting: parts.content.blind, desks, viewer: null });
  const talk = gatherTalk(shown, parts.content.engineer);
  return sheetState({ ...parts, talk }) as PublicState | null; // made of public words only, just above
}
