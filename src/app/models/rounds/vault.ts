/** What a browser has for hashing and signing: WebCrypto, and a place for its key from which nobody can take it. */
import type { DeviceKeyStore } from '../../../annotations/signatures.ts';
import type { KnownDevices } from '../../../annotations/trust.ts';

export interface Vault {
  readonly subtle: SubtleCrypto;
  /** Rejects where the browser keeps nothing for us. */
  readonly keys: DeviceKeyStore;
  /** Which devices this person takes for whose, on all boards. Rejects where nothing is kept. */
  known(): Promise<KnownDevices>;
  /** In one step, since two pages may do so at once; gives what is kept then. */
  changeKnown(change: (known: KnownDevices) => KnownDevices): Promise<KnownDevices>;
  /** What people know this browser by, such as "Firefox on Linux". */
  readonly name: string;
}
