/**
 * Loads a part of the app with its styles; the build puts it in the place of the bundler's own helper (vite.config.ts),
 * which does the same for browsers of ten years ago, too, and is 1 KB (brotli) larger.
 */
const styles = new Map<string, Promise<void>>();

async function loadStyle(href: string): Promise<void> {
  // What the page came with, loaded again, would override all that came meanwhile.
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  const link = document.createElement('link');
  const loaded = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      // Asked for again, it is tried again.
      styles.delete(href);
      link.remove();
      reject(new Error(`${href} can’t be loaded now`));
    };
  });
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  await loaded;
}

/** `names`: of style sheets, as seen from `from`. Rejects where any of it can't be loaded now. */
export async function loadLater<T>(
  load: () => Promise<T>,
  names: readonly string[],
  from: string,
): Promise<T> {
  const needed = names.map((name) => {
    const { href } = new URL(name, from);
    const known = styles.get(href) ?? loadStyle(href);
    styles.set(href, known);
    return known;
  });
  const [part] = await Promise.all([load(), ...needed]);
  return part;
}
