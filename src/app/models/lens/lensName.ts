/** What the two lenses are called. */
import type { Lens } from '../../../workshop/sheet.ts';

export const lensName: Record<Lens, string> = { pillars: 'pillar', responsibilities: 'responsibility' };

export const otherLensOf = (lens: Lens): Lens => (lens === 'pillars' ? 'responsibilities' : 'pillars');
