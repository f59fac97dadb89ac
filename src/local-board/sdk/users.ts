/** People as apps hand them over: as `getOnlineUsers` gave them, with fields of their own besides, or by id. */

export function userIdOf(user: unknown): string | undefined {
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : user;
  return typeof id === 'string' ? id : undefined;
}

export const userIdsOf = (users: unknown): (string | undefined)[] =>
  (Array.isArray(users) ? users : [users]).map(userIdOf);
