/**
 * A team's own template as it lies in the app's data on a board. There, and not in storage or in a document, because
 * app data is copied with the board, and is read together with the sheets' records before anything is shown: no sheet
 * is ever there without what its lanes mean. Miro gives an app 30 KB of it for everything on a board (storage guide),
 * of which 30 sheets take about 22, so a template lies there packed (raw deflate, base64): about 3 KB for one with
 * an agenda.
 */
import type { Json } from '../base/json.ts';
import { ownName } from '../workshop/ownTemplate.ts';
import { parseTemplate } from '../workshop/parseTemplate.ts';
import type { WholeTemplate } from '../workshop/template.ts';

export interface TemplateRecord {
  readonly template: WholeTemplate;
  /** When it was brought here, ISO 8601. */
  readonly at: string;
}

/** Characters of packed text, so that a board has room for several, and for its sheets. */
export const longestRecord = 9_000;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

const binary = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export async function templateRecordJson({ template, at }: TemplateRecord): Promise<Json> {
  const text = new TextEncoder().encode(JSON.stringify(template));
  const packed = await through(text, new CompressionStream('deflate-raw'));
  return { v: 1, at, packed: btoa(binary(packed)) };
}

/** Null for what can't be read, or does not say what its name promises. */
export async function parseTemplateRecord(name: string, json: Json): Promise<TemplateRecord | null> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const { v, at, packed } = json as { readonly [key: string]: Json };
  if (v !== 1 || typeof at !== 'string' || typeof packed !== 'string' || packed.length > longestRecord)
    return null;
  try {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
    const parsed = parseTemplate(JSON.parse(text));
    return parsed.ok && ownName(parsed.value) === name ? { template: parsed.value, at } : null;
  } catch {
    // Damaged text: no base64, no deflate, no JSON.
    return null;
  }
}
