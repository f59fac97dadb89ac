/** Clicks on the icons of app cards, on their way to the app that a card belongs to. Who opens the page fills the doors. */
import type { ReadonlySignal } from '@preact/signals';
import type { AppCardData } from '../model/item.ts';

export interface AppCardDoor {
  /** By which cards know their app; it may change with the switches. */
  origin(): string;
  clickAppCard(id: string): void;
  /** Whether the icon of this app's disconnected cards is a button. */
  readonly connects: ReadonlySignal<boolean>;
}

export interface AppCards {
  readonly doors: AppCardDoor[];
  /** Whether the app would hear of a click. */
  mayClick(card: AppCardData): boolean;
  click(card: AppCardData): void;
}

export function createAppCards(): AppCards {
  const doors: AppCardDoor[] = [];
  const doorOf = ({ app }: AppCardData) => doors.find(({ origin }) => origin() === app);
  return {
    doors,
    mayClick(card) {
      const door = doorOf(card);
      if (!door || card.status === 'disabled') return false;
      return card.status === 'connected' || door.connects.value;
    },
    click: (card) => doorOf(card)?.clickAppCard(card.id),
  };
}
