/**
 * What the pages of one browser tell each other. They share every document; one of them leads and talks to the board.
 * BroadcastChannel carries bytes as they are and loses nothing while a page lives.
 */
import type { Json } from '../base/json.ts';
import { mostListed } from './limits.ts';
import { asCount, asDevice, asFields, asList, asName, asString, type Fields, parseDoing } from './parse.ts';
import type { Connection, Other, SavedState, SyncProblem } from './sync.ts';

/** Changes made by one page, counted: the board has all up to `count` once that is acknowledged. */
export interface Own {
  readonly page: string;
  readonly count: number;
}

export interface ClockAhead {
  readonly device: string;
  readonly ahead: number;
}

export type DeviceMessage =
  /** I opened this document and hold that; who has more? The leading page opens it too. */
  | { readonly kind: 'ask'; readonly page: string; readonly name: string; readonly vector: Uint8Array }
  /** Something you lack, and what I hold, so that you can give back what I lack. */
  | {
      readonly kind: 'give';
      readonly to: string;
      readonly name: string;
      readonly update: Uint8Array;
      readonly vector: Uint8Array;
    }
  /** A change; `own` when a page of this device made it, null when it came from elsewhere. */
  | { readonly kind: 'change'; readonly name: string; readonly update: Uint8Array; readonly own: Own | null }
  /** I lead now: ask again for all you have open, and give me what the board lacks. */
  | { readonly kind: 'leading' }
  /** From the leading page: the board has these changes of these pages. */
  | { readonly kind: 'acknowledged'; readonly name: string; readonly own: readonly Own[] }
  /** From the leading page: this document's stored states have been read. */
  | { readonly kind: 'joined'; readonly name: string }
  | {
      readonly kind: 'status';
      readonly board: SavedState['board'];
      readonly connection: Connection;
      readonly names: readonly string[];
      readonly problems: readonly SyncProblem[];
    }
  /** These are deleted. `asked`: by somebody in this browser, so the leading page has to tell the board. */
  | { readonly kind: 'deleted'; readonly names: readonly string[]; readonly asked: boolean }
  /** From the leading page: the board knows that this is deleted. */
  | { readonly kind: 'buried'; readonly name: string }
  /** Everything kept in this browser is being taken away: stop, and keep nothing. */
  | { readonly kind: 'forget' }
  /** What this person does just now, for the leading page to tell others. */
  | { readonly kind: 'doing'; readonly doing: Json | null }
  /** From the leading page: who else is here, and what they do; and how far their clocks are ahead of this one. */
  | { readonly kind: 'others'; readonly others: readonly Other[]; readonly clocks: readonly ClockAhead[] }
  /** This page made calls to the board, or one was refused for being too many. */
  | { readonly kind: 'used'; readonly credits: number; readonly refused: boolean }
  /** A change of a document that never leaves this browser; who holds more; and that it was taken away. */
  | { readonly kind: 'private'; readonly name: string; readonly update: Uint8Array }
  | { readonly kind: 'private ask'; readonly name: string; readonly vector: Uint8Array }
  | { readonly kind: 'private gone'; readonly name: string }
  /** Please save, or look again, now; and the leading page's word that it is done. */
  | { readonly kind: 'please'; readonly what: 'flush' | 'refresh'; readonly id: string }
  | { readonly kind: 'done'; readonly id: string };

const bytes = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : null);
const boardStates = ['saved', 'saving', 'offline', 'slow', 'refused'] as const;
const reaches = ['joining', 'well', 'slow', 'offline', 'refused'] as const;
const problemKinds = ['damaged', 'missing', 'newer', 'strange', 'too-large'] as const;

function parseOwn(value: unknown): Own | null {
  const fields = asFields(value);
  const [page, count] = [asString(fields?.page, 80), asCount(fields?.count)];
  return page === null || count === null ? null : { page, count };
}

/** A leading page of an older version does not tell: then it is as well as its saving. */
function parseConnection(value: unknown, board: SavedState['board']): Connection {
  const fields = asFields(value);
  const reach = reaches.find((known) => known === fields?.reach);
  const behind = asCount(fields?.behind);
  if (reach && behind !== null) return { reach, behind };
  return { reach: board === 'saved' || board === 'saving' ? 'well' : board, behind: 0 };
}

function parseProblem(value: unknown): SyncProblem | null {
  const fields = asFields(value);
  const kind = problemKinds.find((known) => known === fields?.kind);
  return fields && kind ? { kind, document: asString(fields.document), who: asString(fields.who) } : null;
}

function parseOther(value: unknown): Other | null {
  const fields = asFields(value);
  const user = asString(fields?.user, 200);
  return user === null ? null : { user, doing: parseDoing(fields?.doing) ?? null };
}

function parseClock(value: unknown): ClockAhead | null {
  const fields = asFields(value);
  const device = asDevice(fields?.device);
  const ahead = fields?.ahead;
  return device !== null && typeof ahead === 'number' && Number.isFinite(ahead) ? { device, ahead } : null;
}

/** Null for what this version does not understand: another page may be of another version. */
export function parseDeviceMessage(value: unknown): DeviceMessage | null {
  const fields = asFields(value);
  return fields && parseFields(fields);
}

function parseFields(fields: Fields): DeviceMessage | null {
  const name = asName(fields.name);
  const [update, vector] = [bytes(fields.update), bytes(fields.vector)];
  switch (fields.kind) {
    case 'ask': {
      const page = asString(fields.page, 80);
      return page && name && vector ? { kind: 'ask', page, name, vector } : null;
    }
    case 'give': {
      const to = asString(fields.to, 80);
      return to && name && update && vector ? { kind: 'give', to, name, update, vector } : null;
    }
    case 'change':
      return name && update ? { kind: 'change', name, update, own: parseOwn(fields.own) } : null;
    case 'leading':
      return { kind: 'leading' };
    case 'acknowledged': {
      const own = (asList(fields.own) ?? []).flatMap((one) => parseOwn(one) ?? []);
      return name ? { kind: 'acknowledged', name, own } : null;
    }
    case 'joined':
      return name ? { kind: 'joined', name } : null;
    case 'status': {
      const board = boardStates.find((known) => known === fields.board);
      const names = (asList(fields.names) ?? []).flatMap((one) => asName(one) ?? []);
      const problems = (asList(fields.problems) ?? []).flatMap((one) => parseProblem(one) ?? []);
      if (!board) return null;
      const connection = parseConnection(fields.connection, board);
      return { kind: 'status', board, connection, names, problems };
    }
    case 'deleted': {
      const names = (asList(fields.names) ?? []).flatMap((one) => asName(one) ?? []);
      return { kind: 'deleted', names, asked: fields.asked === true };
    }
    case 'buried':
      return name ? { kind: 'buried', name } : null;
    case 'forget':
      return { kind: 'forget' };
    case 'doing': {
      const doing = parseDoing(fields.doing);
      return doing === undefined ? null : { kind: 'doing', doing };
    }
    case 'others': {
      const others = (asList(fields.others) ?? []).slice(0, mostListed);
      const clocks = (asList(fields.clocks) ?? []).slice(0, mostListed);
      return {
        kind: 'others',
        others: others.flatMap((one) => parseOther(one) ?? []),
        clocks: clocks.flatMap((one) => parseClock(one) ?? []),
      };
    }
    case 'used': {
      const credits = asCount(fields.credits);
      return credits === null ? null : { kind: 'used', credits, refused: fields.refused === true };
    }
    case 'private':
      return name && update ? { kind: 'private', name, update } : null;
    case 'private ask':
      return name && vector ? { kind: 'private ask', name, vector } : null;
    case 'private gone':
      return name ? { kind: 'private gone', name } : null;
    case 'please': {
      const id = asString(fields.id, 80);
      const what = fields.what === 'flush' || fields.what === 'refresh' ? fields.what : null;
      return id && what ? { kind: 'please', what, id } : null;
    }
    case 'done': {
      const id = asString(fields.id, 80);
      return id ? { kind: 'done', id } : null;
    }
    default:
      return null;
  }
}
