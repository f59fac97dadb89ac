/** What a sheet is about: the few facts its author gives before it is dropped. */
import type { SheetId } from './ids.ts';

/** How the same notes are laid out: three columns by pillar, or five by responsibility. */
export const lenses = ['pillars', 'responsibilities'] as const;
export type Lens = (typeof lenses)[number];

export interface SheetDetails {
  readonly id: SheetId;
  /** The template it was dropped from, e.g. `staff-role`. */
  readonly template: string;
  readonly lens: Lens;
  /** The role, e.g. `Staff Machine Learning Engineer`. */
  readonly title: string;
  readonly team: string;
  /** The level in the company's own words, e.g. `Staff (L6)`. May be empty. */
  readonly level: string;
  /** The engineer's name as shown on the sheet. */
  readonly engineer: string;
  /** Names of those who should say what they think, as typed by the author. */
  readonly reviewers: readonly string[];
  /** When it was dropped, ISO 8601. */
  readonly createdAt: string;
}
