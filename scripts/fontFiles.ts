/** The files of the faces that a PDF is set in, where there is no browser to fetch them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FontFiles } from '../src/export/pdf/faces.ts';

const { resolve } = createRequire(import.meta.url);
const files = {
  regular: resolve('source-sans/TTF/SourceSans3-Regular.ttf'),
  strong: resolve('source-sans/TTF/SourceSans3-Semibold.ttf'),
};

export const fontFiles: FontFiles = async (face) => readFile(files[face]);
