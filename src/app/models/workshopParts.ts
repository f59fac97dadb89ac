/** What the workshop is made of beside what the first screen needs. Each is loaded when something asks for it. */
import type { Sync } from '../../sync/sync.ts';
import type { FarewellContext } from './farewell.ts';
import type { GoingOnContext } from './goingOn.ts';
import type { Disposable, Part } from './parts.ts';
import type { Platform } from './platform.ts';
import type { PresenceContext } from './presence.ts';

export interface WorkshopContext extends FarewellContext, GoingOnContext, PresenceContext {
  readonly platform: Platform;
  readonly sync: Sync;
}

const define = <T extends Disposable>(load: Part<T, WorkshopContext>) => load;

export const farewellPart = define(async () => (await import('./farewell.ts')).openFarewell);
export const goingOnPart = define(async () => (await import('./goingOn.ts')).openGoingOn);
export const presencePart = define(async () => (await import('./presence.ts')).openPresence);
export const templatesPart = define(async () => (await import('./templateShelf.ts')).openTemplateShelf);
