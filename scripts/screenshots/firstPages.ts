/** A Word file's first pages as pictures, laid out by LibreOffice and drawn by Poppler. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const there = (program: string, argument: string): boolean => !spawnSync(program, [argument]).error;

/** Null where one of the two programs is missing. `folder` takes what comes about on the way. */
export function firstPages(docx: string, count: number, folder: string): readonly Buffer[] | null {
  if (!there('soffice', '--version') || !there('pdftoppm', '-v')) return null;
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
    stdio: 'ignore',
    // A profile of its own, so that a LibreOffice that is open already doesn't answer in its place.
    env: { ...process.env, HOME: folder },
  });
  const pdf = docx.replace(/\.docx$/, '.pdf');
  execFileSync('pdftoppm', ['-png', '-r', '144', '-f', '1', '-l', String(count), pdf, join(folder, 'page')]);
  const pages = readdirSync(folder).filter((name) => /^page.*\.png$/.test(name));
  return pages.sort().map((name) => readFileSync(join(folder, name)));
}
