/** Apart from deskRecords.ts, so that reading a desk's words does not load what signatures take. */
export const recordRoots = ['retired', 'devices', 'vouches', 'signOffs'] as const;
