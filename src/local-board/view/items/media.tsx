/** Images, embeds and previews of pages. Nothing of a strange page runs here: what can be opened is a link. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { EmbedData, ImageData, PreviewData } from '../../model/item.ts';
import { Icon } from '../icons.tsx';
import { type ItemProps, itemAttributes } from './itemProps.ts';

/** The name of the place an address leads to. */
function hostOf(address: string): string {
  const url = URL.parse(address);
  return url ? url.hostname.replace(/^www\./, '') || url.protocol : address;
}

const isImageAddress = (address: string): boolean => /^(https?:|data:image\/|blob:|\/)/i.test(address);
const isPageAddress = (address: string): boolean => /^https?:/i.test(address);

/** An image, or what is to be seen instead where it cannot be had. */
function Picture({ url, alt, broken }: { url: string; alt: string; broken: JSX.Element | null }) {
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === url || !isImageAddress(url)) return broken;
  return (
    <img
      src={url}
      alt={alt}
      draggable={false}
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setFailed(url)}
    />
  );
}

export function ImageItem(props: ItemProps<ImageData>): JSX.Element {
  const { item } = props;
  const words = item.alt ?? item.title;
  return (
    <div {...itemAttributes(props)} class="item image" title={item.title || undefined}>
      <Picture
        url={item.url}
        alt={words}
        broken={
          <div class="image-broken">
            <Icon name="image" />
            <span>{words || 'This image could not be shown'}</span>
          </div>
        }
      />
    </div>
  );
}

function Open({ url, children }: { readonly url: string; readonly children: JSX.Element | string }) {
  return isPageAddress(url) ? (
    <a class="open-link" href={url} target="_blank" rel="noopener noreferrer" draggable={false}>
      {children}
    </a>
  ) : null;
}

export function EmbedItem(props: ItemProps<EmbedData>): JSX.Element {
  const { item } = props;
  return (
    <div {...itemAttributes(props)} class="item embed">
      {item.previewUrl !== '' && <Picture url={item.previewUrl} alt="" broken={null} />}
      <div class="embed-plate">
        <Icon name="play" />
        <strong>{hostOf(item.url)}</strong>
        <Open url={item.url}>Open in a new tab</Open>
      </div>
    </div>
  );
}

export function PreviewItem(props: ItemProps<PreviewData>): JSX.Element {
  const { item } = props;
  const path = item.url.replace(/^https?:\/\/[^/]*/i, '');
  return (
    <div {...itemAttributes(props)} class="item preview">
      <div class="preview-picture">
        <Icon name="link" />
      </div>
      <div class="preview-words">
        <strong>{hostOf(item.url)}</strong>
        <span class="preview-path">{path === '/' ? '' : path}</span>
        <Open url={item.url}>Open</Open>
      </div>
    </div>
  );
}
