/**
 * Builds the app: three static pages, one per Miro iframe (headless, panel, modal), and nothing else.
 * The local board has a build of its own, since it knows nothing of us: src/local-board/vite.config.ts.
 */
import { fileURLToPath } from 'node:url';
import purgeCSSPlugin from '@fullhuman/postcss-purgecss';
import type { AcceptedPlugin } from 'postcss';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Mirotone asks Google for its font. Nothing of ours calls a third party: the person's own sans-serif does. */
const noForeignImports: AcceptedPlugin = {
  postcssPlugin: 'no-foreign-imports',
  AtRule: {
    import(rule) {
      if (/https?:/.test(rule.params)) rule.remove();
    },
  },
};

/** Mirotone is 37 KB of CSS (brotli); a panel needs a fifth of it. Only what the views name stays. */
const onlyWhatIsUsed = purgeCSSPlugin({
  content: [here('./src/app/views/**/*.tsx'), here('./src/app/*.html')],
  variables: true,
  safelist: ['body', 'html'],
});

/** How a call of it looks that names no styles. */
const withoutStyles =
  /\b[\w$]+\(async\(\)=>\{let\{[^}]*\}=await (import\(`[^`]+`\));return\{[^}]*\}\},\[\],import\.meta\.url\)/g;

/** Vite's helper for what is loaded later, by the name that it has inside Vite, is ours. */
const loadsLater: Plugin = {
  name: 'loads-later',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? `export { loadLater as __vitePreload } from ${JSON.stringify(here('./src/app/main/loadLater.ts'))};`
      : null,
  // What needs no styles needs no helper.
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(withoutStyles, '$1');
    },
  },
};

type ModuleInfo = { readonly importedIds: readonly string[] } | null;

/** Everything a page's script imports at once, however far down. */
function importedAtOnce(script: string, infoOf: (id: string) => ModuleInfo): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    infoOf(id)?.importedIds.forEach(visit);
  };
  const start = here(`./src/app/main/${script}`);
  visit(start);
  // It runs: who needs what it imports must not start its page.
  found.delete(start);
  return found;
}

/**
 * What a panel opens with is two files: what the page without a screen needs, too, and the rest. Left to itself the
 * bundler makes one of each handful of modules that some later screen also uses, and small files compress badly.
 */
function firstLoad(): (id: string, bundle: { getModuleInfo: (id: string) => ModuleInfo }) => string | null {
  let panel: ReadonlySet<string> | null = null;
  let headless: ReadonlySet<string> = new Set();
  return (id, bundle) => {
    const infoOf = (of: string): ModuleInfo => bundle.getModuleInfo(of);
    if (!panel) {
      panel = importedAtOnce('panel.tsx', infoOf);
      headless = importedAtOnce('headless.ts', infoOf);
    }
    if (!panel.has(id)) return null;
    return headless.has(id) ? 'core' : 'first-screen';
  };
}

/** What Markdown is written with asks the page's DOM for characters; a worker has none, so it gets the table instead. */
const withoutDom: Plugin = {
  name: 'without-dom',
  enforce: 'pre',
  resolveId: (id) =>
    id === 'decode-named-character-reference' ? here(`./node_modules/${id}/index.js`) : null,
};

export default defineConfig({
  root: here('./src/app'),
  // Relative addresses, so that the built folder can be hosted under any path.
  base: './',
  plugins: [loadsLater],
  resolve: {
    alias: [
      // Yjs logs through lib0, whose way of colouring a console brings 3 KB (brotli) of checks of the DOM along.
      { find: 'lib0/logging', replacement: here('./src/app/main/plainLog.ts') },
      // It asks lib0 where it runs (nothing else names a file so), which finds out about servers, too.
      {
        find: /^(?:lib0\/environment|\.\/environment\.js)$/,
        replacement: here('./src/app/main/plainEnvironment.ts'),
      },
    ],
  },
  // What writes documents in a worker loads each format when it is asked for, as a page does.
  worker: { format: 'es', plugins: () => [withoutDom] },
  css: { postcss: { plugins: [noForeignImports, onlyWhatIsUsed] } },
  build: {
    outDir: here('./dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that can run the app preloads modules by itself.
    modulePreload: {
      polyfill: false,
      // Nearly all that a later part needs is in the first load. Listing the rest in there costs more than it saves.
      resolveDependencies: (_file, found, { hostType }) => (hostType === 'html' ? found : []),
    },
    rolldownOptions: {
      // Numbers with names that several files share are written where they are used.
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
      output: { codeSplitting: { groups: [{ name: firstLoad() }] } },
      input: {
        index: here('./src/app/index.html'),
        panel: here('./src/app/panel.html'),
        modal: here('./src/app/modal.html'),
      },
    },
  },
});
