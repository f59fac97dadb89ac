/**
 * The two faces that a PDF is set in. Their files come from whoever writes (a browser fetches them, Node reads them),
 * since this room knows no files. What a face has no glyph for is asked of the face itself.
 */
import { create, type Font } from 'fontkit';

export const faceNames = ['regular', 'strong'] as const;
export type FaceName = (typeof faceNames)[number];

/** The bytes of a face's TrueType file. */
export type FontFiles = (face: FaceName) => Promise<Uint8Array>;

export type FaceBytes = Readonly<Record<FaceName, Uint8Array>>;

export async function readFaces(files: FontFiles): Promise<FaceBytes> {
  const [regular, strong] = await Promise.all(faceNames.map(files));
  if (!regular || !strong) throw new Error('A face is missing');
  return { regular, strong };
}

export type Faces = Readonly<Record<FaceName, Font>>;

function faceOf(bytes: Uint8Array): Font {
  // It takes any bytes, though its types name Node's.
  const font = create(bytes as Parameters<typeof create>[0]);
  if (!('layout' in font)) throw new Error('A file with one face was expected');
  return font;
}

/** Opened once, however many documents are set in them: reading their tables takes a third of a small document's time. */
const opened = new WeakMap<FaceBytes, Faces>();

function sharedFaces(bytes: FaceBytes): Faces {
  const known = opened.get(bytes);
  if (known) return known;
  const faces = { regular: faceOf(bytes.regular), strong: faceOf(bytes.strong) };
  opened.set(bytes, faces);
  return faces;
}

/**
 * A face with the shared one's tables but glyphs of its own. fontkit remembers a glyph with the letters for which it first
 * stood, and with none where it was a part of another glyph, so what a second document says of the same letters would be
 * wrong. It has no word for this, hence the private name.
 */
const withOwnGlyphs = (face: Font): Font => Object.create(face, { _glyphs: { value: {} } });

/** For one document. */
export function openFaces(bytes: FaceBytes): Faces {
  const { regular, strong } = sharedFaces(bytes);
  return { regular: withOwnGlyphs(regular), strong: withOwnGlyphs(strong) };
}
