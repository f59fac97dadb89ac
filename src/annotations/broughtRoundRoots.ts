/** Where the sheet's document says which rounds were brought along (broughtRounds.ts). Apart, so that reading it loads no more. */
export const broughtRoundRoots = ['broughtRounds'] as const;
