/** Named colours as screen colours. Sticky notes know no others (websdk-reference-sticky-note, -tag). */
export const stickyColours = {
  gray: '#f5f6f8',
  light_yellow: '#fff9b1',
  yellow: '#f5d128',
  orange: '#ff9d48',
  light_green: '#d5f692',
  green: '#c9df56',
  dark_green: '#93d275',
  cyan: '#67c6c0',
  light_pink: '#ffcee0',
  pink: '#ea94bb',
  violet: '#c6a2d2',
  red: '#f16c7f',
  light_blue: '#a6ccf5',
  blue: '#6cd8fa',
  dark_blue: '#9ea9ff',
  black: '#1a1a1a',
} as const;

const tagColours: Readonly<Record<string, string>> = {
  red: '#f24726',
  magenta: '#da0063',
  violet: '#9510ac',
  light_green: '#cee741',
  green: '#8fd14f',
  dark_green: '#0ca789',
  cyan: '#12cdd4',
  blue: '#2d9bf0',
  dark_blue: '#414bb2',
  yellow: '#fac710',
  gray: '#808080',
  dark_gray: '#4d4d4d',
  black: '#1a1a1a',
};

export const stickyFill = (name: string): string =>
  (stickyColours as Readonly<Record<string, string>>)[name] ?? stickyColours.light_yellow;

export const tagFill = (name: string): string => tagColours[name] ?? '#808080';

/** Dark or white text, whichever stands out more on a hex colour (relative luminance, WCAG 2.1). */
export function inkOn(hex: string): string {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  // 0.018 is the luminance of #1a1a1a.
  return (luminance + 0.05) / (0.0103 + 0.05) >= 1.05 / (luminance + 0.05) ? '#1a1a1a' : '#ffffff';
}

/** Only colours the style sheet language reads as colours reach the page. */
export const safeColour = (colour: string | undefined, otherwise: string): string =>
  colour !== undefined && (/^#[0-9a-f]{3,8}$/i.test(colour) || colour === 'transparent') ? colour : otherwise;

const people = ['#4262ff', '#d6336c', '#0b7a5c', '#9c36b5', '#c2410c', '#0b7285', '#5f3dc4', '#a61e4d'];

/** A person keeps one colour in every window: it follows from their id. */
export function personColour(userId: string): string {
  let sum = 0;
  for (const letter of userId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return people[sum % people.length] ?? '#4262ff';
}

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase() || '?';
