/** Roles in the panel's words. */
import type { Role } from '../../../workshop/roles.ts';

export const roleWords: Record<Role, string> = {
  engineer: 'Engineer',
  manager: 'Manager',
  peer: 'Peer',
  facilitator: 'Facilitator',
};

/** As in "they are …". A sheet has one engineer, and mostly one manager and one facilitator. */
export const asRole: Record<Role, string> = {
  engineer: 'the engineer',
  manager: 'the manager',
  peer: 'a peer',
  facilitator: 'the facilitator',
};
