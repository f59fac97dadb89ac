/**
 * Client id and secret of each app, as Miro's app settings would show them. What nobody sets is made up once and kept
 * in a file beside the boards, where whoever develops an app's server can read or change it.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppIdentity } from './idToken.ts';

const identitiesFile = 'app-secrets.json';

/** Ours: an address of a board may name any app. */
const mostApps = 500;

const contents = z.record(
  z.string(),
  z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }),
);

/** Decimal, as Miro's client ids look; the same origin always gives the same id (FNV-1a, 64 bits). */
function clientIdOf(origin: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(origin))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `34587646${(hash % 10n ** 11n).toString().padStart(11, '0')}`;
}

export function appIdentities(
  dataDir: string,
  given: Readonly<Record<string, Partial<AppIdentity>>> = {},
): (origin: string) => AppIdentity {
  const path = join(dataDir, identitiesFile);

  function read(): Record<string, AppIdentity> {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
    try {
      return contents.parse(JSON.parse(text));
    } catch (cause) {
      throw new Error(`${path} is not what this server wrote. Correct it, or take it away.`, { cause });
    }
  }

  function write(identities: Record<string, AppIdentity>): void {
    // Written beside and moved over, so that nobody reads half of it; nobody else may read it at all.
    writeFileSync(`${path}.new`, `${JSON.stringify(identities, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  return (origin) => {
    const set = given[origin];
    const clientId = set?.clientId ?? clientIdOf(origin);
    if (set?.clientSecret) return { clientId, clientSecret: set.clientSecret };
    // Read each time: a change by hand counts at once, and tokens are asked for rarely.
    const kept = read();
    const known = Object.hasOwn(kept, origin) ? kept[origin] : undefined;
    if (known) return { ...known, ...set };
    if (Object.keys(kept).length >= mostApps) throw new Error('There are too many apps on this server.');
    const made = { clientId, clientSecret: randomBytes(24).toString('base64url') };
    write({ ...kept, [origin]: made });
    return made;
  };
}
