/**
 * The icon of an app's custom action. Apps name one of Miro's own icons; those that Mirotone has are shown, an address
 * of an image too, and the app's first letter for all others.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Loaded once somebody needs one: they are many. */
let loading: Promise<ReadonlyMap<string, string>> | undefined;

const namedIcons = () => {
  loading ??= import('./namedIcons.ts').then(({ iconsByName }) => iconsByName);
  return loading;
};

const isImage = (icon: string) => /^(?:https?:\/\/|data:image\/)/.test(icon);

export function ActionIcon({
  icon = '',
  app,
}: {
  readonly icon: string | undefined;
  readonly app: string;
}): JSX.Element {
  const [found, setFound] = useState<string>();
  useEffect(() => {
    let there = true;
    if (icon && !isImage(icon)) void namedIcons().then((icons) => there && setFound(icons.get(icon)));
    return () => {
      there = false;
    };
  }, [icon]);
  if (isImage(icon)) return <img class="action-icon" src={icon} alt="" />;
  return found ? (
    <span class="icon action-icon" aria-hidden="true" style={{ maskImage: `url("${found}")` }} />
  ) : (
    <span class="action-icon letter" aria-hidden="true">
      {([...app][0] ?? 'A').toUpperCase()}
    </span>
  );
}
