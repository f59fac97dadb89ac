import { expect, test } from 'vitest';
import { ink, paper, quietInk, shades, white } from '../../src/workshop/palette.ts';

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

test('every text on a sheet has AA contrast on what is behind it', () => {
  const pairs = Object.values(shades).flatMap(({ solid, soft, pale }) => [
    [white, solid] as const,
    [ink, soft] as const,
    [ink, pale] as const,
  ]);
  const weak = [...pairs, [ink, paper] as const, [quietInk, paper] as const].filter(
    ([text, behind]) => contrast(text, behind) < 4.5,
  );
  expect(weak).toEqual([]);
});
