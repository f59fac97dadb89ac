/** The languages that the check knows. A further one is a file like english.ts, an entry here, and a voice. */
import type { LanguageCode } from '../finding.ts';
import type { Language } from '../language.ts';
import { english } from './english.ts';
import { portuguese } from './portuguese.ts';

export const languages: Readonly<Record<LanguageCode, Language>> = { en: english, pt: portuguese };

export const languageCodes = Object.keys(languages) as readonly LanguageCode[];

export const isLanguageCode = (text: string): text is LanguageCode => Object.hasOwn(languages, text);
