/** Images and what shows a picture: their sources are read before the board hears of them. */
import { carriesPicture } from '../../model/keptPicture.ts';
import { no, type Payload, stringIn } from '../payload.ts';
import { dataAddress } from '../pictures/dataAddress.ts';
import { type Calls, type Desk, itemIn, pay } from './desk.ts';

/** The fields with their picture read and kept. `natural` is the board's own word for the source's size. */
export async function withPicture({ screen }: Desk, type: string, given: Payload): Promise<Payload> {
  const { natural: _, ...fields } = given;
  const name = carriesPicture[type];
  const url = name === undefined ? undefined : fields[name];
  if (name === undefined || typeof url !== 'string' || url === '') return fields;
  const { pictures } = screen;
  const picture = await pictures.read(url).catch((error: unknown) => {
    if (type === 'image') throw error;
    return no('backend', `The image of its previewUrl cannot be uploaded: ${url.slice(0, 200)}.`);
  });
  const kept = await pictures.keep(picture, url);
  const { width, height } = picture;
  return { ...fields, [name]: kept, ...(type === 'image' ? { natural: { width, height } } : {}) };
}

export const picturesCalls = {
  async IMAGE_GET_DATA_URL(desk, payload, bill) {
    // Which one comes when none is named Miro does not say; the smaller one is the harsher reading.
    const format = payload.format ?? 'preview';
    if (format !== 'original' && format !== 'preview')
      no('input', `Invalid value for format: ${String(format)}.`);
    await pay(desk, bill);
    const item = itemIn(desk, payload);
    if (item.type !== 'image') return no('unsupported', `A ${item.type} has no file.`);
    const { pictures } = desk.screen;
    const { file, width, height } = await pictures.read(pictures.addressOf(item.url));
    if (!file)
      return no(
        'backend',
        `The image ${stringIn(payload, 'id')} cannot be read: its address keeps it to itself.`,
      );
    return dataAddress(format === 'original' ? file : await pictures.preview(file, { width, height }));
  },
} satisfies Calls<string>;
