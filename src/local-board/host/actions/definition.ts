/** The definition of a custom action, as an app sends it (websdk-reference-custom-action-management). */
import { asPayload, jsonIn, no, type Payload } from '../payload.ts';
import { checkPredicate } from './predicate.ts';

/** Texts are one string for everybody, or one for each locale. */
export type Texts = string | Readonly<Record<string, string>>;

export interface ActionDefinition {
  readonly event: string;
  readonly ui?: {
    readonly label: Texts;
    readonly icon: string;
    readonly description?: Texts;
    readonly position?: number;
  };
  readonly selection: 'single' | 'multi';
  readonly predicate: Payload;
  readonly scope: 'local';
  readonly contexts: Payload;
}

const longestName = 30;
const words = /^[a-z]+(?:-[a-z]+)*$/;
/** Ours; Miro names none. Characters. */
const longestText = 200;

export function nameIn(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestName || !words.test(value))
    no(
      'input',
      `The event of a custom action is lower-case words joined by hyphens, at most ${longestName} characters.`,
    );
  return value;
}

function textsIn(ui: Payload, key: 'label' | 'description'): Texts {
  const value = ui[key];
  const all = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  const fine = all.length > 0 && all.every((text) => typeof text === 'string' && text.length <= longestText);
  if (!fine) no('input', `ui.${key} must be a string, or one for each locale.`);
  return value as Texts;
}

function uiIn(value: unknown): NonNullable<ActionDefinition['ui']> {
  if (typeof value !== 'object' || value === null) no('input', 'ui must be an object.');
  const ui = asPayload(value);
  const { icon, position, description } = ui;
  if (typeof icon !== 'string' || icon.length > longestText) no('input', 'ui.icon must be a string.');
  if (position !== undefined && (typeof position !== 'number' || !Number.isFinite(position)))
    no('input', 'ui.position must be a number.');
  return {
    label: textsIn(ui, 'label'),
    icon,
    ...(description === undefined ? {} : { description: textsIn(ui, 'description') }),
    ...(position === undefined ? {} : { position }),
  };
}

const known = ['event', 'ui', 'selection', 'predicate', 'scope', 'contexts'];

export function definitionIn(payload: Payload): ActionDefinition {
  const given = asPayload(jsonIn(payload, 'action'));
  const strange = Object.keys(given).find((key) => !known.includes(key));
  if (strange !== undefined) no('input', `A custom action has no property ${strange}.`);
  const { ui, selection = 'multi', predicate = {}, scope = 'local', contexts = { item: {} } } = given;
  const event = nameIn(given.event);
  if (selection !== 'single' && selection !== 'multi') no('input', 'selection is single or multi.');
  if (scope !== 'local') no('input', 'The scope of a custom action is local; others are not there yet.');
  const places = Object.entries(asPayload(contexts));
  if (places.some(([place, value]) => place !== 'item' || typeof value !== 'object'))
    no('input', 'contexts of a custom action: only item.');
  checkPredicate(predicate);
  return {
    event,
    ...(ui === undefined ? {} : { ui: uiIn(ui) }),
    selection,
    predicate,
    scope,
    contexts: asPayload(contexts),
  };
}

/** In the board's language, else in whichever there is. */
export const textFor = (texts: Texts, locale: string): string =>
  typeof texts === 'string' ? texts : (texts[locale] ?? Object.values(texts)[0] ?? '');
