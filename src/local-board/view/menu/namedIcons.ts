/** All icons of Mirotone (MIT) by their names. Large, so only loaded when an app names one. */

const files: Readonly<Record<string, string>> = import.meta.glob(
  '../../../../node_modules/mirotone/dist/icons/*/*.svg',
  { query: '?url', import: 'default', eager: true },
);

export const iconsByName: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, address]) => [path.replace(/^.*\/|\.svg$/g, ''), address]),
);
