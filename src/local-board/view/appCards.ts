/** Clicks on the icons of app cards, on their way to the app that a card belongs to. Who opens the page fills the doors. */
import type { ReadonlySignal } from '@preact/signals';
import type { AppCardData } from '../model/item.ts';

export interface AppCardDoor {
  clickAppCard(id: string): void;
  /** Whether the icon of this app's disconnected cards is a button. */
  readonly connects: ReadonlySignal<boolean>;
}

export interface AppCards {
  /** By the app's origin. */
  readonly doors: Map<string, AppCardDoor>;
  /** Whether the app would hear of a click. */
  mayClick(card: AppCardData): boolean;
  click(card: AppCardData): void;
}

export function createAppCards(): AppCards {
  const doors = new Map<string, AppCardDoor>();
  return {
    doors,
    mayClick({ app, status }) {
      const door = doors.get(app);
      if (!door || status === 'disabled') return false;
      return status === 'connected' || door.connects.value;
    },
    click({ app, id }) {
      doors.get(app)?.clickAppCard(id);
    },
  };
}
