/**
 * A desk as a Yjs document, written by its owner only (on any of their devices).
 *
 *   about      schema, name, claim
 *   confirmed  user id → role, or null when taken back
 *   stances    note id → { value, reason, text, at }     value null: taken back
 *   remarks    remark id → { note, text, answers, wording, original, mentions, from, at, editedAt }
 *   verdicts   remark id → { value, before, reason, at }
 *   taken      words taken over from another board (takenWords.ts)
 *   retired, devices, vouches, signOffs   reasons and signatures (deskRecords.ts)
 *   held, done, released, looked   words that wait to be shown (heldWords.ts)
 *   notes, notesDone, notesReleased, notesCounted   notes written unseen (noteDrafts/heldNotes.ts)
 *   marks, citations   where the role stands on the ladder (place/placeDesk.ts)
 *   dismissed   questions about notes set aside (ours/dismissals.ts)
 *   whyNow     why the role is needed now (whyNow/answer.ts)
 *   altitude   one problem asked from three altitudes (altitude/altitudeDesk.ts)
 *   clarity    why a note is there (clarity/clarityDesk.ts)
 *
 * Each annotation is a Y.Map with a field per idea, so two devices of one person merge field by field. What was said
 * together (a stance's value, text and time) is always written together, so no merge makes up a stance nobody took.
 */
import * as Y from 'yjs';
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Role } from '../workshop/roles.ts';
import type { FromDocument, Mention, StanceValue, VerdictValue, Wording } from './desk.ts';
import { remarkFields } from './deskEntries.ts';
import { child, clip, longest, put } from './entries.ts';
import { tidyMentions } from './mentions.ts';
import { deskRoot as root } from './readDesk.ts';
import { operate } from './schema.ts';
import { letGo, takenAbout } from './takenAbout.ts';
import { isNewerHere } from './takenWords.ts';
import { later } from './times.ts';

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
  readonly from?: FromDocument;
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
    if (added.from) entry.set('from', { name: clip(added.from.name, longest.name), at: added.from.at });
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
