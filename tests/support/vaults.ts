/** What browsers have for signing, in memory: real keys, kept as long as the test. */
import type { KnownDevices } from '../../src/annotations/trust.ts';
import type { Platform } from '../../src/app/models/platform.ts';
import type { Vault } from '../../src/app/models/rounds/vault.ts';
import type { UserId } from '../../src/workshop/ids.ts';

/** One browser; with `denied` it keeps nothing. */
export function vaults({ denied = false, name = 'Firefox on Linux' } = {}): Platform['openVault'] {
  const pairs = new Map<UserId, CryptoKeyPair>();
  const all = new Map<UserId, KnownDevices>();
  const attempt = (): void => {
    if (denied) throw new DOMException('Denied', 'SecurityError');
  };
  return async (me): Promise<Vault> => ({
    subtle: crypto.subtle,
    name,
    keys: {
      async keep(pair) {
        attempt();
        const kept = pairs.get(me) ?? pair;
        if (kept) pairs.set(me, kept);
        return kept ?? null;
      },
    },
    async known() {
      attempt();
      return all.get(me) ?? new Map();
    },
    async changeKnown(change) {
      attempt();
      const known = change(all.get(me) ?? new Map());
      all.set(me, known);
      return known;
    },
  });
}
