/** What the workshop is made of beside what the first screen needs. Each is loaded when something asks for it. */
import type { Signal } from '@preact/signals';
import type { WatchingContext } from './board/watching.ts';
import type { GoingOnContext } from './found/goingOn.ts';
import type { FarewellContext } from './leaving/farewell.ts';
import type { Platform } from './platform.ts';
import type { Disposable, Part } from './sheet/parts.ts';
import type { Tab } from './tab.ts';
import type { TemplateShelf } from './templates/templateShelf.ts';

export interface WorkshopContext extends FarewellContext, GoingOnContext, WatchingContext {
  readonly platform: Platform;
  readonly seated: Signal<boolean>;
  readonly hasLive: Signal<boolean>;
  readonly atSession: Signal<boolean>;
  readonly tab: Signal<Tab>;
  readonly boardId: string;
  readonly templates: () => Promise<TemplateShelf>;
}

const define = <T extends Disposable>(load: Part<T, WorkshopContext>) => load;

export const farewellPart = define(async () => (await import('./leaving/farewell.ts')).openFarewell);
export const goingOnPart = define(async () => (await import('./found/goingOn.ts')).openGoingOn);
export const livePart = define(async () => (await import('./session/live.ts')).openLive);
export const templatesPart = define(
  async () => (await import('./templates/templateShelf.ts')).openTemplateShelf,
);
export const watchingPart = define(async () => (await import('./board/watching.ts')).openWatching);
