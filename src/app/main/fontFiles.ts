/** The files of the faces that a PDF is set in, fetched from beside the app: nobody else is asked for them. */
import regular from 'source-sans/TTF/SourceSans3-Regular.ttf?url';
import strong from 'source-sans/TTF/SourceSans3-Semibold.ttf?url';
import type { FontFiles } from '../../export/pdf/faces.ts';

const addresses = { regular, strong };

export const fontFiles: FontFiles = async (face) => {
  const answer = await fetch(addresses[face]);
  if (!answer.ok) throw new Error(`The typeface can’t be loaded now: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};
