/** Where the sheet's document says what was put beside the sheet (boardPage.ts). Apart, so that reading it loads no more. */
export const boardPageRoots = ['boardPage'] as const;
