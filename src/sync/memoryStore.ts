/** The browser's storage where it is denied: words live as long as the page. Also plays the disk in tests. */
import type { Json } from '../base/json.ts';
import type { LocalStore } from './ports.ts';

export function memoryStore(): LocalStore {
  const documents = new Map<string, Uint8Array[]>();
  const facts = new Map<string, Json>();
  return {
    durable: false,
    load: async (document) => ({ updates: [...(documents.get(document) ?? [])], damaged: 0 }),
    async append(document, update, fact) {
      if (fact) facts.set(fact.key, fact.value);
      const updates = documents.get(document) ?? [];
      updates.push(update);
      documents.set(document, updates);
    },
    async erase(document) {
      documents.delete(document);
    },
    read: async (key) => facts.get(key),
    async write(key, value) {
      facts.set(key, value);
    },
    async drop({ key, value }) {
      if (facts.get(key) === value) facts.delete(key);
    },
    keys: async (prefix) => [...facts.keys()].filter((key) => key.startsWith(prefix)),
    async clear() {
      documents.clear();
      facts.clear();
    },
  };
}
