/** How the SDK reaches the board: by messages to the window around it, or directly where both run in one process. */
import type { CallName } from '../host/costs.ts';

export interface Transport {
  /** Rejects with a plain Error, as Miro's SDK does. */
  call(name: CallName, payload?: unknown): Promise<unknown>;
  /** The one receiver of events; set once. */
  receive(deliver: (event: string, payload: unknown) => void): void;
}

/** Marks messages of ours among others that windows send each other. */
export const channel = 'local-board-sdk';

export type FromApp = {
  readonly channel: typeof channel;
  readonly call: number;
  readonly name: string;
  readonly payload?: unknown;
};

export type FromBoard =
  | { readonly channel: typeof channel; readonly call: number; readonly value?: unknown }
  | { readonly channel: typeof channel; readonly call: number; readonly error: string }
  | { readonly channel: typeof channel; readonly event: string; readonly payload?: unknown };

/**
 * Where the pointer of a drag is when the board's window sees it and the iframe does not, in the iframe's own
 * coordinates. Browsers keep sending the pointer to the iframe it was pressed in, but not in every case.
 */
export const dragPointer = 'drag:pointer';
export interface DragPointer {
  readonly phase: 'move' | 'up' | 'lost';
  readonly x: number;
  readonly y: number;
}

export const isOurs = (data: unknown): data is { readonly channel: typeof channel } =>
  typeof data === 'object' && data !== null && 'channel' in data && data.channel === channel;
