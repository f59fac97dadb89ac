/** How the SDK becomes the one classic file that apps load, as Miro's is. */
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

export const sdkBuild = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: 'es2022',
    lib: {
      entry: fileURLToPath(new URL('./sdk/main.ts', import.meta.url)),
      formats: ['iife'],
      name: 'localBoardSdk',
      fileName: () => 'miro.js',
    },
  },
} satisfies InlineConfig;
