/**
 * What the panel's page imports at once, however far down: nobody sees a panel before all of it is there. A import by
 * accident is noticed here; the real figure is what `npm run bench load` measures.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { minifySync, transformWithOxc } from 'vite';
import { expect, test } from 'vitest';

const page = 'src/app/main/panel.tsx';

const packages = ['@preact/signals', 'preact', 'preact/hooks', 'yjs'];

/** Rooms that the first screen is made of; how much of them it needs, the bytes below tell. */
const firstRooms =
  /^src\/app\/(?:models\/(?:board|drop|sheet|talk|templates|words)|views\/(?:notes|parts))\//;

/** Files in the folders of features, and in rooms of later parts, that the first screen needs all the same. */
const exceptions = [
  /^src\/annotations\/\w+\/\w*[rR]oots\.ts$/,
  /^src\/app\/models\/\w+\/\w+Part\.ts$/,
  // The doors of what comes later.
  'src/app/models/found/foundSheets.ts',
  'src/app/models/leaving/leaving.ts',
  'src/app/models/needs/rowWords.ts',
  'src/app/models/presence/whereabouts.ts',
  'src/app/models/takingAlong/takingAlong.ts',
  'src/export/cleanText.ts',
  'src/workshop/templates/staffRole.ts',
];

/**
 * Of our own code, minified and compressed, with the paths by which it is imported, which the bundler leaves out.
 * Libraries and what the bundler adds make it 60 KB for the whole load.
 */
const mostBytes = 37_300;

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;

/** What a file imports to run; types aside. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(statement)].flatMap(([, type, names = '', to = '']) => {
    const listed = /^\{([^}]*)\}\s+from/.exec(names.trim())?.[1]?.split(',');
    const onlyTypes = listed?.every((name) => /^\s*(?:type\s|$)/.test(name)) ?? false;
    if (type !== undefined || onlyTypes) return [];
    return [to.startsWith('.') ? normalize(join(dirname(file), to)) : to];
  });
}

/** By file or package, the way there. */
function reachable(from: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (file: string, way: readonly string[]): void => {
    if (found.has(file)) return;
    found.set(file, [...way, file]);
    if (/\.tsx?$/.test(file)) for (const next of importsOf(file)) visit(next, [...way, file]);
  };
  visit(from, []);
  return found;
}

const loaded = reachable(page);
const ours = [...loaded.keys()].filter((file) => file.startsWith('src/') && /\.tsx?$/.test(file));
const wayTo = (file: string): string => loaded.get(file)?.join(' → ') ?? file;

test('the panel opens with few libraries', () => {
  const found = [...loaded.keys()].filter((name) => !name.startsWith('src/'));
  expect(found.filter((name) => !packages.includes(name)).map(wayTo)).toEqual([]);
});

test('no feature and no document writer comes with the first screen', () => {
  const isException = (file: string): boolean =>
    exceptions.some((one) => (typeof one === 'string' ? one === file : one.test(file)));
  const later =
    /^src\/(?:export|server|local-board)\/|^src\/(?:annotations|board|workshop|app\/models|app\/views)\/\w+\//;
  const found = ours.filter((file) => later.test(file) && !firstRooms.test(file) && !isException(file));
  expect(found.map(wayTo)).toEqual([]);
});

test(`our own part of it is under ${mostBytes / 1000} KB`, async () => {
  const scripts = await Promise.all(
    ours.map(async (file) => {
      const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, {
        jsx: { runtime: 'automatic', importSource: 'preact' },
      });
      return minifySync(file, code, { module: true }).code;
    }),
  );
  const bytes = brotliCompressSync(scripts.join('')).length;
  expect(bytes, 'load something later, and see `npm run bench load`').toBeLessThan(mostBytes);
  // And it is all of it that is measured.
  expect(ours.length).toBeGreaterThan(100);
});
