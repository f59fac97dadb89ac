/** When two texts of a note are the same: white space aside, since Miro and people both add and lose some. */
export const normalised = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

export const sameText = (a: string, b: string): boolean => a === b || normalised(a) === normalised(b);
