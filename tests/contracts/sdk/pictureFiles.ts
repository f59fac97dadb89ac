/** Small files of pictures as data addresses; only their heads are real, which is all that says how large they are. */
const asBase64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));
const four = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >> shift) & 255);
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

export const png = (width: number, height: number): string => {
  const head = [0x89, ...letters('PNG'), 13, 10, 26, 10, ...four(13), ...letters('IHDR')];
  return `data:image/png;base64,${asBase64([...head, ...four(width), ...four(height), 8, 6, 0, 0, 0])}`;
};

export const gif = (width: number, height: number): string => {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  return `data:image/gif;base64,${asBase64([...letters('GIF89a'), ...size, 0, 0, 0])}`;
};

export const svg = (width: number, height: number): string =>
  `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;

export const nonsense = `data:image/png;base64,${btoa('this is no picture')}`;
