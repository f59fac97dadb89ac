/**
 * Builds the app: three static pages, one per Miro iframe (headless, panel, modal), and nothing else.
 * The local board has a build of its own, since it knows nothing of us: src/local-board/vite.config.ts.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./src/app/pages'),
  // Relative addresses, so that the built folder can be hosted under any path.
  base: './',
  build: {
    outDir: here('./dist/app'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: {
        index: here('./src/app/pages/index.html'),
        panel: here('./src/app/pages/panel.html'),
        modal: here('./src/app/pages/modal.html'),
      },
    },
  },
});
