/** The four views in the panel's words. */
import type { StanceValue } from '../../../annotations/desk.ts';

export const stanceWords: Record<StanceValue, string> = {
  agree: 'Agree',
  'agree-if': 'Agree, if…',
  disagree: 'Disagree',
  'not-sure': 'Not sure yet',
};
