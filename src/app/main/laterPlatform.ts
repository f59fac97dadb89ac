/** What the platform is asked for later than when its page opens. */
import { databaseNames, readCopy } from '../../sync/otherCopies.ts';
import type { UserId } from '../../workshop/ids.ts';
import type { OtherCopy } from '../models/platform.ts';
import type { Vault } from '../models/rounds/vault.ts';
import { copyName, otherBoards } from './copyNames.ts';
import { browserName, keyVault } from './keyVault.ts';

export { browserReader } from './workerReader.ts';
export { browserWriter } from './workerWriter.ts';

type Page = Window & typeof globalThis;

export async function otherCopies(page: Page, user: UserId, board: string): Promise<readonly OtherCopy[]> {
  const names = await databaseNames(() => page.indexedDB);
  return otherBoards(names, user, board).map((other) => ({
    board: other,
    read: () => readCopy(copyName(other, user)),
  }));
}

export async function openVault(page: Page, user: UserId): Promise<Vault | null> {
  // Missing in pages that are not secure, whatever the types say.
  const subtle = page.crypto.subtle as SubtleCrypto | undefined;
  return subtle ? keyVault({ subtle, user, name: browserName(page.navigator.userAgent) }) : null;
}
