/** Everything that can be taken away of the sheet, as files in a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFormats } from '../../src/app/models/exporting/exportChoice.ts';
import { exportsPart } from '../../src/app/models/sheet/placeParts.ts';
import { type Pair, sheetOf } from './pair.ts';

const shortName = (name: string): string =>
  `job-description.${/annotated.*docx$/.test(name) ? 'annotated.docx' : name.split('.').at(-1)}`;

export async function writeDocuments({ erin, say }: Pair, folder: string): Promise<void> {
  const exports = await sheetOf(erin).loaded(exportsPart);
  const before = erin.files.length;
  for (const format of exportFormats) await exports.save(format);
  exports.change({ variant: 'clean' });
  await exports.save('word');
  const written = erin.files.slice(before);
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of written) {
    const path = join(folder, shortName(name));
    writeFileSync(path, bytes);
    say(`Wrote ${path} (${bytes.length} bytes), called ${name} in the app.`);
  }
  const expected = exportFormats.length + 1;
  if (written.length !== expected)
    throw new Error(`Wrote ${written.length} documents instead of ${expected}`);
}
