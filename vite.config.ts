/**
 * Builds the app: three static pages, one per Miro iframe (headless, panel, modal), and nothing else.
 * The local board has a build of its own, since it knows nothing of us: src/local-board/vite.config.ts.
 */
import { fileURLToPath } from 'node:url';
import purgeCSSPlugin from '@fullhuman/postcss-purgecss';
import type { AcceptedPlugin } from 'postcss';
import { defineConfig } from 'vite';

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

export default defineConfig({
  root: here('./src/app'),
  // Relative addresses, so that the built folder can be hosted under any path.
  base: './',
  css: { postcss: { plugins: [noForeignImports, onlyWhatIsUsed] } },
  build: {
    outDir: here('./dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: {
        index: here('./src/app/index.html'),
        panel: here('./src/app/panel.html'),
        modal: here('./src/app/modal.html'),
      },
    },
  },
});
