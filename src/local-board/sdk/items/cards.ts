/** Cards and app cards as an app holds them: they can do what every item can. */
import type { AppCard as MiroAppCard, Card as MiroCard } from '@mirohq/websdk-types';
import type { MethodsOf } from './held.ts';
import { Item } from './item.ts';

export class Card extends Item implements MethodsOf<MiroCard> {}
export class AppCard extends Item implements MethodsOf<MiroAppCard> {}
