/** Cards and app cards: the height follows from what they say (websdk-reference-card, -app-card). */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { AppCardData, CardData, CardField } from '../item.ts';
import { cardFields, contentLimit } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { textHeight } from '../textHeight.ts';
import { degrees, type Kind, maybe, type OwnFields, read } from './kind.ts';

const width = 320;
/** Of a card with one line of title, as documented. */
const leastHeight = 94;

const taskStatuses = ['to-do', 'in-progress', 'done', 'none'] as const;
const appCardStatuses = ['disconnected', 'connected', 'disabled'] as const;

/** A day as `YYYY-MM-DD` that exists. */
function day(name: string, value: unknown): string {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  if (typeof value !== 'string' || Number.isNaN(time) || !new Date(time).toISOString().startsWith(value))
    refuse('input', `Invalid value for ${name}: ${String(value)} is not a date as YYYY-MM-DD.`);
  return value;
}

function assignee(name: string, value: unknown): { readonly userId: string } {
  return { userId: check.text(`${name}.userId`, check.record(name, value).userId, 200) };
}

function iconUrl(name: string, value: unknown): string {
  const url = URL.parse(check.text(name, value, 2000));
  if (url?.protocol !== 'https:') refuse('input', `Bad URL: ${name} must begin with https://.`);
  return url.href;
}

const byValue = new Intl.Collator('en', { numeric: true });

function field(value: unknown): CardField {
  const given = check.record('fields[]', value);
  return {
    ...maybe(given, 'value', undefined, (name, text) => check.text(name, text)),
    fillColor: read(given, 'fillColor', 'transparent', check.hexOrTransparent),
    textColor: read(given, 'textColor', '#1a1a1a', check.hex),
    ...maybe(given, 'iconUrl', undefined, iconUrl),
    ...maybe(given, 'iconShape', undefined, (name, shape) =>
      check.oneOf(name, shape, ['round', 'square'] as const),
    ),
    ...maybe(given, 'tooltip', undefined, (name, text) => check.text(name, text, contentLimit - 1)),
  };
}

/** Shown, and kept, in the order of their values: numbers by size, words by the alphabet. */
function fieldList(name: string, value: unknown): readonly CardField[] {
  if (!Array.isArray(value)) refuse('input', `${name} must be a list.`);
  if (value.length > cardFields) refuse('input', `A card has at most ${cardFields} fields.`);
  return value.map(field).sort((a, b) => byValue.compare(a.value ?? '', b.value ?? ''));
}

/** Miro makes no card with more fields than it takes, and says nothing of it (websdk-reference-card). */
export const isSilentlyRefused = ({ type, fields }: check.Fields): boolean =>
  (type === 'card' || type === 'app_card') && Array.isArray(fields) && fields.length > cardFields;

const style = {
  cardTheme: check.hex,
  fillBackground: check.truth,
};

type Common = Pick<
  OwnFields<CardData>,
  'title' | 'description' | 'rotation' | 'style' | 'tagIds' | 'fields' | 'width' | 'height'
>;

const blank: Common = {
  title: '',
  description: '',
  rotation: 0,
  style: { cardTheme: '#2d9bf0', fillBackground: false },
  tagIds: [],
  width,
  height: leastHeight,
};

const settable = ['width', 'title', 'description', 'rotation', 'style', 'tagIds', 'fields'];

/** Our own estimate: Miro only says that the height follows from the content. */
function heightOf({ title, description, fields = [], width: wide }: Common): number {
  const inner = Math.max(40, wide - 32);
  const words = textHeight({ content: title, width: inner, fontSize: 16 });
  const more = description === '' ? 0 : textHeight({ content: description, width: inner, fontSize: 14 }) + 8;
  const rows = Math.ceil((fields.length * 100) / inner);
  const oneLine = textHeight({ content: '', width: inner, fontSize: 16 });
  return Math.round(leastHeight + (words - oneLine) + more + rows * 28);
}

function common(before: Common, changes: check.Fields): Common {
  const next = {
    title: read(changes, 'title', before.title, (_, value) => cleanContent('card_title', value)),
    description: read(changes, 'description', before.description, (_, value) =>
      cleanContent('card_description', value),
    ),
    rotation: read(changes, 'rotation', before.rotation, degrees),
    style: check.style(before.style, style, changes.style),
    tagIds: read(changes, 'tagIds', before.tagIds, (name, value) => [...new Set(check.strings(name, value))]),
    width: read(changes, 'width', before.width, check.side),
    ...maybe(changes, 'fields', before.fields, fieldList),
    height: before.height,
  };
  return { ...next, height: heightOf(next) };
}

export const card: Kind<CardData> = {
  blank: { ...blank, type: 'card', taskStatus: 'none' },
  follows: ['height'],
  settable: [...settable, 'startDate', 'dueDate', 'assignee', 'taskStatus'],
  change: (before, fields) => ({
    type: 'card',
    ...common(before, fields),
    ...maybe(fields, 'startDate', before.startDate, day),
    ...maybe(fields, 'dueDate', before.dueDate, day),
    ...maybe(fields, 'assignee', before.assignee, assignee),
    taskStatus: read(fields, 'taskStatus', before.taskStatus, (name, value) =>
      check.oneOf(name, value, taskStatuses),
    ),
  }),
};

export const appCard: Kind<AppCardData> = {
  blank: { ...blank, type: 'app_card', status: 'disconnected', app: '' },
  follows: ['height'],
  settable: [...settable, 'status'],
  change: (before, fields) => ({
    type: 'app_card',
    app: before.app,
    ...common(before, fields),
    status: read(fields, 'status', before.status, (name, value) => check.oneOf(name, value, appCardStatuses)),
  }),
};
