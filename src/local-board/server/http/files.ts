/**
 * The built page and SDK, as a fixed list of what may be served. An address is looked up in that list; it never
 * becomes a path.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface ServedFile {
  readonly type: string;
  read(): Buffer;
}

/** `/sdk/v2/miro.js` → the file. Empty when the folder is not there (nothing was built yet). */
export function servedFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const found = new Map<string, ServedFile>();
  let entries: string[];
  try {
    entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return found;
  }
  for (const entry of entries) {
    const type = types[extname(entry)];
    if (!type) continue;
    const path = join(folder, entry);
    found.set(`/${entry.replaceAll('\\', '/')}`, { type, read: () => readFileSync(path) });
  }
  return found;
}
