/** Colours to choose from. */
import type { JSX } from 'preact';

const spoken = (name: string) => name.replace(/_/g, ' ');

export interface SwatchesProps {
  /** Name → hex, or `transparent`. */
  readonly colours: Readonly<Record<string, string>>;
  readonly isChosen: (name: string) => boolean;
  readonly testid: string;
  readonly onChoose: (name: string) => void;
}

export function Swatch({ colour }: { readonly colour: string | undefined }): JSX.Element {
  return colour === undefined || colour === 'transparent' ? (
    <span class="swatch none" />
  ) : (
    <span class="swatch" style={{ background: colour }} />
  );
}

export function Swatches({ colours, isChosen, testid, onChoose }: SwatchesProps): JSX.Element {
  return (
    <>
      {Object.entries(colours).map(([name, hex]) => (
        <button
          key={name}
          type="button"
          class="swatch-button"
          aria-label={spoken(name)}
          title={spoken(name)}
          aria-pressed={isChosen(name)}
          data-testid={`${testid}-${name}`}
          onClick={() => onChoose(name)}
        >
          <Swatch colour={hex} />
        </button>
      ))}
    </>
  );
}

/** For what takes any hex colour: a few that go together. */
export const inks: Readonly<Record<string, string>> = {
  black: '#1a1a1a',
  gray: '#808080',
  'light gray': '#e6e6e6',
  white: '#ffffff',
  red: '#f24726',
  orange: '#ff9d48',
  yellow: '#fac710',
  'light yellow': '#fff9b1',
  green: '#8fd14f',
  'dark green': '#0ca789',
  cyan: '#12cdd4',
  blue: '#2d9bf0',
  'dark blue': '#414bb2',
  violet: '#9510ac',
  magenta: '#da0063',
};
export const fills: Readonly<Record<string, string>> = { ...inks, 'no fill': 'transparent' };
