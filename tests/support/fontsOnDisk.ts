/** A PDF's faces from the disk, looked for only when one is written: browser tests share these helpers, and have no disk. */
import type { FontFiles } from '../../src/export/pdf/faces.ts';

export const fontsOnDisk: FontFiles = async (face) =>
  (await import('../../scripts/fontFiles.ts')).fontFiles(face);
