/** What the panel's first load weighs, compressed as a host would send it, beside the libraries it is made of alone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const goals = { script: 60, style: 15 };
const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
const packed = (text: string | Uint8Array): number => brotliCompressSync(text).length;

/** Every script and style that opening a page asks for: those it names, and what those import at once. */
function firstLoad(directory: string, page: string): { script: number; style: number; files: number } {
  const html = readFileSync(join(directory, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="(?:\.\/)?(assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith('.js')) return;
    const text = readFileSync(join(directory, path), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(`assets/${next}`);
  };
  named.forEach(visit);
  const sum = (ending: string) =>
    [...seen]
      .filter((path) => path.endsWith(ending))
      .reduce((total, path) => total + packed(readFileSync(join(directory, path))), 0);
  return { script: sum('.js'), style: sum('.css'), files: seen.size };
}

/** The libraries of the first load with nothing of ours. */
async function librariesAlone(directory: string): Promise<number> {
  const id = 'virtual:libraries';
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'libraries',
        resolveId: (source) => (source === id ? source : null),
        load: (source) =>
          source === id
            ? `import { render, h } from 'preact'; import { signal, computed } from '@preact/signals'; import * as Y from 'yjs';
               window.all = [render, h, signal, computed, new Y.Doc().getMap('a'), Y.applyUpdate, Y.encodeStateAsUpdate, Y.encodeStateVector, Y.mergeUpdates];`
            : null,
      },
    ],
    build: { outDir: directory, rolldownOptions: { input: id } },
  });
  const assets = join(directory, 'assets');
  return readdirSync(assets).reduce((total, file) => total + packed(readFileSync(join(assets, file))), 0);
}

export async function bench() {
  const directory = mkdtempSync(join(tmpdir(), 'rolewright-load-'));
  try {
    const app = join(directory, 'app');
    await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: app } });
    const panel = firstLoad(app, 'panel.html');
    const headless = firstLoad(app, 'index.html');
    const libraries = await librariesAlone(join(directory, 'libraries'));
    const mirotone = packed(readFileSync('node_modules/mirotone/dist/styles.css'));
    const row = (what: string, bytes: number, goal: string, beside: number) => [
      what,
      kilobytes(bytes),
      goal,
      kilobytes(beside),
      (bytes / beside).toFixed(2),
    ];
    return {
      title: 'First load (brotli)',
      columns: ['what', 'KB', 'goal', 'beside, KB', 'ratio'],
      rows: [
        row('panel: JavaScript', panel.script, `< ${goals.script}`, libraries),
        row('panel: CSS', panel.style, `< ${goals.style}`, mirotone),
        row('headless page: JavaScript', headless.script, '', libraries),
      ],
      note: 'Scripts are measured beside preact + signals + yjs alone, styles beside the whole of Mirotone.\nThe Word and Markdown writers are loaded when somebody exports and are not in here.',
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
