/** Roles in the panel's words. */
import type { Role } from '../../workshop/roles.ts';

export const roleWords: Record<Role, string> = {
  engineer: 'Engineer',
  manager: 'Manager',
  peer: 'Peer',
  facilitator: 'Facilitator',
};
