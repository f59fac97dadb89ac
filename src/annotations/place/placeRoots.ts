/** Where the place of a role lies, by name: apart from what reads it, which most of the app never loads. */
export const deskPlaceRoots = ['marks', 'citations'] as const;
export const sheetPlaceRoots = ['ladder'] as const;
