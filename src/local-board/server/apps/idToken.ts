/**
 * The token with which an app's own server learns who is on the board: signed with the app's client secret, for one
 * hour (getIdToken, Authentication with JWT pages). Made here and never in a page, which must not know the secret.
 */
import { SignJWT } from 'jose';

export interface AppIdentity {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface TokenFor {
  readonly app: AppIdentity;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Seconds. */
const validFor = 3600;
/** Everybody on a local board is in the same team. Looks like Miro's ids. */
const team = '3074457345618265000';

export function signIdToken({ app, userId, now }: TokenFor): Promise<string> {
  const issued = Math.floor(now / 1000);
  return new SignJWT({ team, user: userId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('miro')
    .setSubject(app.clientId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + validFor)
    .sign(new TextEncoder().encode(app.clientSecret));
}
