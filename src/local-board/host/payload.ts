/** What an app sends with a call, read at the rim: an app may send anything. */
import type { Json } from '../../base/json.ts';
import { type RefusalGroup, refusalError } from '../model/refusal.ts';

export type Payload = Readonly<Record<string, unknown>>;

export function no(group: RefusalGroup, message: string): never {
  throw refusalError({ group, message });
}

export const asPayload = (value: unknown): Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : {};

export function stringIn(payload: Payload, key: string): string {
  const value = payload[key];
  if (typeof value !== 'string') no('input', `${key} must be a string.`);
  return value;
}

export function numberIn(payload: Payload, key: string, otherwise?: number): number {
  const value = payload[key] ?? otherwise;
  if (typeof value !== 'number' || !Number.isFinite(value)) no('input', `${key} must be a number.`);
  return value;
}

export function stringsIn(payload: Payload, key: string): readonly string[] {
  const value = payload[key];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
    no('input', `${key} must be a list of ids.`);
  return value;
}

export const pointIn = (payload: Payload) => ({ x: numberIn(payload, 'x'), y: numberIn(payload, 'y') });

export function boxIn(payload: Payload) {
  const [width, height] = [numberIn(payload, 'width'), numberIn(payload, 'height')];
  if (width <= 0 || height <= 0) no('input', 'width and height must be greater than 0.');
  return { ...pointIn(payload), width, height };
}

/** A copy that shares nothing with the app's object, or a refusal when it is no JSON. */
export function jsonIn(payload: Payload, key: string): Json | undefined {
  const value = payload[key];
  if (value === undefined) return undefined;
  try {
    const text: string | undefined = JSON.stringify(value);
    if (text !== undefined) return JSON.parse(text) as Json;
  } catch {
    // A cycle or a bigint: told below like every other value that is no JSON.
  }
  return no('input', `${key} must be JSON.`);
}
