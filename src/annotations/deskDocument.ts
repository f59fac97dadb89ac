/**
 * A desk as a Yjs document, written by its owner only (on any of their devices).
 *
 *   about      schema, name, claim
 *   confirmed  user id → role, or null when taken back
 *   stances    note id → { value, reason, text, at }     value null: taken back
 *   remarks    remark id → { note, text, answers, wording, original, mentions, at, editedAt }
 *   verdicts   remark id → { value, before, reason, at }
 *   taken      words taken over from another board (takenWords.ts)
 *   retired, devices, vouches, signOffs   reasons and signatures (deskRecords.ts)
 *   held, done, released, looked   words that wait to be shown (heldWords.ts)
 *   notes, notesDone, notesReleased, notesCounted   notes written unseen (noteDrafts/heldNotes.ts)
 *   marks, citations   where the role stands on the ladder (place/placeDesk.ts)
 *   dismissed   questions about notes set aside (ours/dismissals.ts)
 *   whyNow     why the role is needed now (whyNow/answer.ts)
 *   themes   which notes touch which theme, and what is no part of the role (themes/themeMarks.ts)
 *
 * Each annotation is a Y.Map with a field per idea, so two devices of one person merge field by field. What was said
 * together (a stance's value, text and time) is always written together, so no merge makes up a stance nobody took.
 */
import * as Y from 'yjs';
import { type ItemId, type UserId, userId } from '../workshop/ids.ts';
import { type Role, roles } from '../workshop/roles.ts';
import type { Desk, Mention, StanceValue, VerdictValue, Wording } from './desk.ts';
import { remarkFields, remarkFrom, stanceFrom, verdictFrom } from './deskEntries.ts';
import { asOneOf, asText, child, clip, longest, parseEntries, put, unknownRoots } from './entries.ts';
import { heldRoots } from './heldRoots.ts';
import { tidyMentions } from './mentions.ts';
import { heldNoteRoots } from './noteDrafts/roots.ts';
import { oursDeskRoots } from './ours/oursRoots.ts';
import { deskPlaceRoots } from './place/placeRoots.ts';
import { recordRoots } from './recordRoots.ts';
import { isNewer, operate } from './schema.ts';
import { isNewerHere, letGo, readTaken, takenAbout } from './takenWords.ts';
import { themeDeskRoots } from './themes/themeRoots.ts';
import { later } from './times.ts';
import { whyNowRoots } from './whyNow/roots.ts';

const roots = ['about', 'confirmed', 'stances', 'remarks', 'verdicts', 'taken'] as const;
const root = (doc: Y.Doc, name: (typeof roots)[number]): Y.Map<unknown> => doc.getMap(name);

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
  const about = root(doc, 'about');
  const claimed = about.get('claim') ?? null;
  const claim = roleFrom(claimed);
  const confirmed = parseEntries(root(doc, 'confirmed'), parseConfirmed);
  const stances = parseEntries(root(doc, 'stances'), inMap(stanceFrom));
  const remarks = parseEntries(root(doc, 'remarks'), inMap(remarkFrom));
  const verdicts = parseEntries(root(doc, 'verdicts'), inMap(verdictFrom));
  const taken = readTaken(doc);
  const stancesBy = new Map(stances.values.map((stance) => [stance.note, stance]));
  const remarksBy = new Map(remarks.values.map((remark) => [remark.id, remark]));
  const verdictsBy = new Map(verdicts.values.map((verdict) => [verdict.remark, verdict]));
  // Oldest first, so the newest of what is about the same stays.
  for (const one of taken.words) {
    if (one.kind === 'stance' && !isNewerHere(root(doc, 'stances').get(one.word.note), one))
      stancesBy.set(one.word.note, one.word);
    if (one.kind === 'remark' && !isNewerHere(root(doc, 'remarks').get(one.word.id), one))
      remarksBy.set(one.word.id, one.word);
    if (one.kind === 'verdict' && !isNewerHere(root(doc, 'verdicts').get(one.word.remark), one))
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
      unknownRoots(doc, [
        ...roots,
        ...recordRoots,
        ...heldRoots,
        ...heldNoteRoots,
        ...deskPlaceRoots,
        ...oursDeskRoots,
        ...whyNowRoots,
        ...themeDeskRoots,
      ]),
    newer: isNewer(doc),
  };
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

/** Puts the owner's name on their desk. */
export const introduce = (doc: Y.Doc, name: string): boolean =>
  operate(doc, 'introduce', () => put(root(doc, 'about'), 'name', clip(name, longest.name)));

/** The owner says who they are here; null takes it back. */
export const claimRole = (doc: Y.Doc, role: Role | null): boolean =>
  operate(doc, 'claim-role', () => put(root(doc, 'about'), 'claim', role));

export const confirmRole = (doc: Y.Doc, user: UserId, role: Role): boolean =>
  operate(doc, 'confirm-role', () => put(root(doc, 'confirmed'), user, role));

export const withdrawRole = (doc: Y.Doc, user: UserId): boolean =>
  operate(doc, 'withdraw-role', () => {
    if (root(doc, 'confirmed').has(user)) put(root(doc, 'confirmed'), user, null);
  });

export interface StanceTaken {
  readonly note: ItemId;
  readonly value: StanceValue;
  readonly reason: string;
  /** The note's text as the person saw it. */
  readonly text: string;
  readonly at: string;
}

export const takeStance = (doc: Y.Doc, taken: StanceTaken): boolean =>
  operate(doc, 'take-stance', () => {
    const entry = child(root(doc, 'stances'), taken.note);
    if (!entry) return;
    put(entry, 'reason', clip(taken.reason, longest.line));
    const text = clip(taken.text, longest.text);
    const replaces = letGo(doc, 'stance', taken.note);
    if (!replaces && entry.get('value') === taken.value && entry.get('text') === text) return;
    entry.set('value', taken.value);
    entry.set('text', text);
    entry.set('at', taken.at);
  });

export const clearStance = (doc: Y.Doc, note: ItemId, at: string): boolean =>
  operate(doc, 'clear-stance', () => {
    const stances = root(doc, 'stances');
    const entry = letGo(doc, 'stance', note) ? child(stances, note) : stances.get(note);
    if (!(entry instanceof Y.Map) || entry.get('value') === null) return;
    entry.set('value', null);
    entry.set('text', '');
    entry.set('at', at);
  });

export interface RemarkAdded {
  /** Random, from the caller. */
  readonly id: string;
  readonly note: ItemId;
  readonly text: string;
  readonly answers?: string | null;
  readonly wording?: Wording | null;
  readonly mentions?: readonly Mention[];
  readonly at: string;
}

export const addRemark = (doc: Y.Doc, added: RemarkAdded): boolean =>
  operate(doc, 'add-remark', () => {
    const remarks = root(doc, 'remarks');
    if (remarks.has(added.id)) return;
    const entry = new Y.Map<unknown>();
    entry.set('note', added.note);
    entry.set('text', clip(added.text, longest.text));
    entry.set('at', added.at);
    if (added.answers) entry.set('answers', added.answers);
    if (added.wording) {
      entry.set('wording', clip(added.wording.proposed, longest.text));
      entry.set('original', clip(added.wording.original, longest.text));
    }
    if (added.mentions?.length) entry.set('mentions', tidyMentions(added.mentions));
    remarks.set(added.id, entry);
  });

export interface RemarkEdited {
  readonly id: string;
  readonly text?: string;
  readonly wording?: Wording;
  readonly mentions?: readonly Mention[];
  readonly at: string;
}

/** Changes one's own remark; what is not named stays. */
export const editRemark = (doc: Y.Doc, edited: RemarkEdited): boolean =>
  operate(doc, 'edit-remark', () => {
    const entry = ownRemark(doc, edited.id);
    if (!entry) return;
    if (edited.text !== undefined) put(entry, 'text', clip(edited.text, longest.text));
    if (edited.wording) {
      entry.set('wording', clip(edited.wording.proposed, longest.text));
      entry.set('original', clip(edited.wording.original, longest.text));
    }
    if (edited.mentions && (edited.mentions.length > 0 || entry.has('mentions')))
      entry.set('mentions', tidyMentions(edited.mentions));
    put(entry, 'editedAt', edited.at);
  });

/** A remark that was taken over becomes one said here when it is edited. Null when there is no such remark. */
function ownRemark(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const remarks = root(doc, 'remarks');
  const taken = takenAbout(doc, 'remark', id);
  const present = remarks.get(id);
  if (taken?.kind !== 'remark' || isNewerHere(present, taken))
    return present instanceof Y.Map ? present : null;
  const entry = child(remarks, id);
  if (!entry) return null;
  const { id: _, ...fields } = remarkFields(taken.word);
  for (const [key, value] of Object.entries(fields)) entry.set(key, value);
  letGo(doc, 'remark', id);
  return entry;
}

export interface Decision {
  readonly remark: string;
  readonly value: VerdictValue;
  /** For `applied`: the sticky's text before. */
  readonly before?: string | null;
  /** For `declined`: why. */
  readonly reason?: string;
  /**
   * The time of the newest decision the person saw, if any: theirs is made at least a moment later, so that a clock
   * that is hours behind can't make a new decision lose to an old one.
   */
  readonly after: string | null;
  readonly at: string;
}

export const decide = (doc: Y.Doc, decision: Decision): boolean =>
  operate(doc, 'decide', () => {
    const entry = child(root(doc, 'verdicts'), decision.remark);
    if (!entry) return;
    entry.set('value', decision.value);
    entry.set(
      'before',
      decision.before === undefined ? null : decision.before && clip(decision.before, longest.text),
    );
    const declined = decision.value === 'declined';
    if (declined || entry.has('reason'))
      entry.set('reason', declined ? clip(decision.reason ?? '', longest.line) : '');
    entry.set('at', later(decision.at, decision.after));
  });
