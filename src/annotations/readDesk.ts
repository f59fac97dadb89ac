/** What lies on a desk (deskDocument.ts says how). Everything in it may come from anywhere. */
import * as Y from 'yjs';
import { type UserId, userId } from '../workshop/ids.ts';
import { type Role, roles } from '../workshop/roles.ts';
import { altitudeRoots } from './altitude/roots.ts';
import { clarityRoots } from './clarity/roots.ts';
import type { Desk } from './desk.ts';
import { remarkFrom, stanceFrom, verdictFrom } from './deskEntries.ts';
import { asOneOf, asText, parseEntries, unknownRoots } from './entries.ts';
import { heldRoots } from './heldRoots.ts';
import { heldNoteRoots } from './noteDrafts/roots.ts';
import { oursDeskRoots } from './ours/oursRoots.ts';
import { deskPlaceRoots } from './place/placeRoots.ts';
import { recordRoots } from './recordRoots.ts';
import { isNewer } from './schema.ts';
import { isNewerHere, readTaken } from './takenWords.ts';
import { themeDeskRoots } from './themes/themeRoots.ts';
import { whyNowRoots } from './whyNow/roots.ts';

const roots = ['about', 'confirmed', 'stances', 'remarks', 'verdicts', 'taken'] as const;
/** Everything that may lie on a desk, by name. */
export const deskRootNames: readonly string[] = [
  ...roots,
  ...recordRoots,
  ...heldRoots,
  ...heldNoteRoots,
  ...deskPlaceRoots,
  ...oursDeskRoots,
  ...whyNowRoots,
  ...themeDeskRoots,
  ...altitudeRoots,
  ...clarityRoots,
];
export const deskRoot = (doc: Y.Doc, name: (typeof roots)[number]): Y.Map<unknown> => doc.getMap(name);

const roleFrom = asOneOf(roles);

function parseConfirmed(key: string, value: unknown): readonly [UserId, Role] | null | undefined {
  if (value === null) return undefined;
  const role = roleFrom(value);
  return role ? [userId(key), role] : null;
}

/** Each annotation is a Y.Map; anything else under its key is not one that this version can read. */
const inMap =
  <T>(read: (key: string, entry: Y.Map<unknown>) => T) =>
  (key: string, entry: unknown): T | null =>
    entry instanceof Y.Map ? read(key, entry) : null;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the document says. `owner` is whose desk it is by its name; nothing inside can say otherwise. */
export function readDesk(doc: Y.Doc, owner: UserId): Desk {
  const about = deskRoot(doc, 'about');
  const claimed = about.get('claim') ?? null;
  const claim = roleFrom(claimed);
  const confirmed = parseEntries(deskRoot(doc, 'confirmed'), parseConfirmed);
  const stances = parseEntries(deskRoot(doc, 'stances'), inMap(stanceFrom));
  const remarks = parseEntries(deskRoot(doc, 'remarks'), inMap(remarkFrom));
  const verdicts = parseEntries(deskRoot(doc, 'verdicts'), inMap(verdictFrom));
  const taken = readTaken(doc);
  const stancesBy = new Map(stances.values.map((stance) => [stance.note, stance]));
  const remarksBy = new Map(remarks.values.map((remark) => [remark.id, remark]));
  const verdictsBy = new Map(verdicts.values.map((verdict) => [verdict.remark, verdict]));
  // Oldest first, so the newest of what is about the same stays.
  for (const one of taken.words) {
    if (one.kind === 'stance' && !isNewerHere(deskRoot(doc, 'stances').get(one.word.note), one))
      stancesBy.set(one.word.note, one.word);
    if (one.kind === 'remark' && !isNewerHere(deskRoot(doc, 'remarks').get(one.word.id), one))
      remarksBy.set(one.word.id, one.word);
    if (one.kind === 'verdict' && !isNewerHere(deskRoot(doc, 'verdicts').get(one.word.remark), one))
      verdictsBy.set(one.word.remark, one.word);
  }
  return {
    owner,
    name: asText(about.get('name')) ?? '',
    claim,
    confirmed: new Map(confirmed.values),
    stances: stancesBy,
    remarks: [...remarksBy.values()].sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id)),
    verdicts: [...verdictsBy.values()].sort((a, b) => byText(a.remark, b.remark)),
    unknown:
      (claim === null && claimed !== null ? 1 : 0) +
      confirmed.unknown +
      stances.unknown +
      remarks.unknown +
      verdicts.unknown +
      taken.unknown +
      unknownRoots(doc, deskRootNames),
    newer: isNewer(doc),
  };
}
