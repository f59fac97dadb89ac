/**
 * `npm run bench [name …]`: every measurement of the project, each beside something fair measured in the same run.
 * Machines are noisy: read the ratios, not the milliseconds. Nothing here is asserted.
 */
export interface Report {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly note: string;
}

const benches: Readonly<Record<string, () => Promise<{ bench: () => Promise<Report> }>>> = {
  drop: () => import('./drop.ts'),
  harvest: () => import('./harvest.ts'),
  load: () => import('./firstLoad.ts'),
  export: () => import('./export.ts'),
  create: () => import('./create.ts'),
  typing: () => import('./typing.ts'),
  joining: () => import('./joining.ts'),
  sizes: () => import('./documentSizes.ts'),
  sight: () => import('./sight.ts'),
  rounds: () => import('./roundSizes.ts'),
  agreement: () => import('./agreement.ts'),
  board: () => import('./largeBoard.ts'),
  ours: () => import('./ours.ts'),
  session: () => import('./session.ts'),
};

function print({ title, columns, rows, note }: Report): void {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  console.log(`\n${title}\n\n${[drawn[0], rule, ...drawn.slice(1)].join('\n')}\n\n${note}\n`);
}

const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const [name, load] of Object.entries(benches)) {
    if (wished.length > 0 && !wished.includes(name)) continue;
    const { bench } = await load();
    print(await bench());
  }
}
