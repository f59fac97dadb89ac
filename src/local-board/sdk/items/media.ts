/** Images, embeds and previews as an app holds them. */
import type { Embed as MiroEmbed, Image as MiroImage, Preview as MiroPreview } from '@mirohq/websdk-types';
import { ask, type MethodsOf, own } from './held.ts';
import { Item } from './item.ts';

type Format = 'original' | 'preview';

export class Image extends Item implements MethodsOf<MiroImage> {
  getDataUrl(format?: Format): Promise<string> {
    return ask(this, 'IMAGE_GET_DATA_URL', { format });
  }
  async getFile(format?: Format): Promise<File> {
    const url = await this.getDataUrl(format);
    const [, type = '', data = ''] = /^data:([^;]*);base64,(.*)$/s.exec(url) ?? [];
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const { title } = own(this).known;
    return new File([bytes], typeof title === 'string' && title !== '' ? title : 'image', { type });
  }
}

export class Embed extends Item implements MethodsOf<MiroEmbed> {}
export class Preview extends Item implements MethodsOf<MiroPreview> {}
