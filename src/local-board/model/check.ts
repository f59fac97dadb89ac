/** Checks of single values that come from outside. Each gives the value in its type or refuses, naming the property. */
import { farthest } from './limits.ts';
import { refuse } from './refusal.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function record(name: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse('input', `${name} must be an object.`);
  return value as Fields;
}

export function text(name: string, value: unknown, most = 6000): string {
  if (typeof value !== 'string') refuse('input', `${name} must be a string.`);
  if (value.length > most) refuse('input', `${name} must have at most ${most} characters.`);
  return value;
}

export function number(name: string, value: unknown, from = -farthest, to = farthest): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse('input', `${name} must be a number.`);
  if (value < from || value > to)
    refuse('input', `Invalid value for ${name}: ${value} is not from ${from} to ${to}.`);
  return value;
}

/** A width or height. Unit: dp. */
export const side = (name: string, value: unknown, least = 1): number => number(name, value, least);

export function whole(name: string, value: unknown, from: number, to: number): number {
  const found = number(name, value, from, to);
  if (!Number.isInteger(found)) refuse('input', `Invalid value for ${name}: ${found} is not a whole number.`);
  return found;
}

export function oneOf<const T extends string>(name: string, value: unknown, names: readonly T[]): T {
  const found = names.find((known) => known === value);
  if (found === undefined) refuse('input', `Invalid value for ${name}: ${String(value)}.`);
  return found;
}

/** Names of colours are refused where a hex value is asked for: the reference leaves it open. */
export function hex(name: string, value: unknown): string {
  if (typeof value !== 'string' || !/^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value))
    refuse('input', `Invalid value for ${name}: ${String(value)} is not a hex colour.`);
  return value;
}

export const hexOrTransparent = (name: string, value: unknown): string =>
  value === 'transparent' || value === '' ? 'transparent' : hex(name, value);

export function truth(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') refuse('input', `${name} must be true or false.`);
  return value;
}

export function strings(name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
    refuse('input', `${name} must be a list of ids.`);
  return value;
}

/** Reads a style: every key given must be known; keys not given keep what they were. */
export function style<S extends object>(
  before: S,
  readers: { readonly [Key in keyof S]: (name: string, value: unknown) => S[Key] },
  value: unknown,
): S {
  if (value === undefined) return before;
  const after: S = { ...before };
  for (const [key, given] of Object.entries(record('style', value))) {
    if (given === undefined) continue;
    if (!Object.hasOwn(readers, key)) refuse('input', `Unknown style property: ${key}.`);
    const known = key as keyof S;
    after[known] = readers[known](`style.${key}`, given);
  }
  return after;
}
