/**
 * IndexedDB as promises: just what a panel needs to open, for which idb is 1.3 KB (brotli) too large. What is loaded
 * later uses idb.
 */
export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves when everything asked in the transaction is on the disk; a request that fails ends all of it. */
export const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser ended the transaction'));
  });
