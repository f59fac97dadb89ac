/**
 * The one place that knows how the SDK is named. Everything else in this room takes it as an argument, so that the
 * same code runs on miro.com, on the local board and on its in-memory model.
 *
 * Look a method up and call it in one expression (`miro.board.get()`): a reference kept across another access of
 * `miro` has been seen to throw in public apps.
 */
import type { Miro, Item as SdkItem } from '@mirohq/websdk-types';

export type { Miro, SdkItem };

/** `window.miro`, put there by Miro's script; undefined when the page was not opened inside a board. */
export function miroOf(global: typeof globalThis): Miro | undefined {
  return (global as { miro?: Miro }).miro;
}
