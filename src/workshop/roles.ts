/** Who somebody is in a sheet. A claim counts once the sheet's engineer has confirmed it. */
export const roles = ['engineer', 'manager', 'peer', 'facilitator'] as const;
export type Role = (typeof roles)[number];
