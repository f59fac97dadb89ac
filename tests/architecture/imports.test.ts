/** The house plan as data: who may import whom. A change here is a decision; say why in docs/decisions/. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Room → rooms it may import besides itself, and packages it may import. `*` means any package. */
const rules: Record<string, { rooms: string[]; packages: string[] }> = {
  base: { rooms: [], packages: [] },
  workshop: { rooms: ['base'], packages: ['zod', 'yaml'] },
  annotations: { rooms: ['base', 'workshop'], packages: ['yjs', 'zod'] },
  board: { rooms: ['base', 'workshop'], packages: ['zod'] },
  export: {
    rooms: ['base', 'workshop', 'annotations'],
    packages: [
      'docx',
      'mdast',
      'mdast-util-to-markdown',
      'mdast-util-gfm',
      'hast',
      'hast-util-to-html',
      'csv-stringify/browser/esm/sync',
      'pdfkit',
      'fontkit',
      'linebreak',
      'fflate',
      '@rgrove/parse-xml',
    ],
  },
  sync: { rooms: ['base'], packages: ['yjs', 'idb', 'zod'] },
  miro: {
    rooms: ['base', 'workshop/ids', 'workshop/stickyColour', 'board', 'sync/ports'],
    packages: ['@mirohq/websdk-types'],
  },
  'local-board': { rooms: ['base'], packages: ['*'] },
  server: { rooms: ['base', 'sync'], packages: ['*'] },
  app: {
    rooms: ['base', 'workshop', 'annotations', 'board', 'miro', 'sync', 'export'],
    packages: [
      'preact',
      'preact/hooks',
      '@preact/signals',
      'yjs',
      'idb',
      'zod',
      // What a PDF is set in: an address each, and no code.
      'source-sans/TTF/SourceSans3-Regular.ttf?url',
      'source-sans/TTF/SourceSans3-Semibold.ttf?url',
    ],
  },
  // src/main.ts and src/boardAndApp.ts wire one process together.
  main: { rooms: ['base', 'local-board', 'server'], packages: ['*'] },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

async function readImports(): Promise<Import[]> {
  const imports: Import[] = [];
  for await (const file of glob('src/**/*.{ts,tsx}')) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const resolve = (to: string) => (to.startsWith('.') ? normalize(join(dirname(file), to)) : to);
    for (const [, type, to] of text.matchAll(statement)) {
      imports.push({ from: file, to: resolve(to ?? ''), typeOnly: type !== undefined });
    }
    for (const [, to] of text.matchAll(dynamic))
      imports.push({ from: file, to: resolve(to ?? ''), typeOnly: false });
  }
  return imports;
}

const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'main';

function offence({ from, to }: Import): string | undefined {
  const room = roomOf(from);
  const rule = rules[room];
  if (!rule) return `${from}: no rule for the room ${room}`;
  if (to.startsWith('src/')) {
    if (roomOf(to) === room) return undefined;
    const path = to.replace(/^src\//, '').replace(/\.tsx?$/, '');
    const allowed = rule.rooms.some((entry) => path === entry || path.startsWith(`${entry}/`));
    return allowed ? undefined : `${from} may not import ${to}`;
  }
  if (to.startsWith('.') || to.endsWith('.css')) return undefined;
  const allowed = rule.packages.includes('*') || rule.packages.includes(to);
  return allowed ? undefined : `${from} may not import the package ${to}`;
}

function cycles(imports: readonly Import[]): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to } of imports)
    if (to.startsWith('src/')) edges.set(from, [...(edges.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
}

describe('the house plan', async () => {
  const imports = await readImports();

  test('every import is allowed by the table', () => {
    expect(imports.map(offence).filter((found) => found !== undefined)).toEqual([]);
  });

  test('no file imports itself through others, types included', () => {
    expect(cycles(imports)).toEqual([]);
  });

  test('only src/miro and the local board name the SDK', () => {
    const naming = imports.filter(({ to }) => to === '@mirohq/websdk-types').map(({ from }) => roomOf(from));
    expect([...new Set(naming)].filter((room) => !['miro', 'local-board'].includes(room))).toEqual([]);
  });

  test('the reader sees both static and dynamic imports', () => {
    expect(imports.length).toBeGreaterThan(10);
    expect(["import('./a.ts')"].flatMap((text) => [...text.matchAll(dynamic)].map(([, to]) => to))).toEqual([
      './a.ts',
    ]);
  });
});
