/** Pictures that a person drops on the board or pastes: each becomes an image, side by side. */
import type { Point } from '../../../base/box.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardClient } from '../../client/client.ts';
import type { Pictures } from '../../host/pictures/pictures.ts';
import { toBoard } from '../looking/camera.ts';
import type { Notices } from '../notices.ts';
import type { BoardState } from '../state/boardState.ts';

export interface Importing {
  /** The first with its centre at a point, the others to the right of it. */
  add(files: readonly File[], at: Point): void;
}

/** dp: no picture is wider when it comes, whatever its own size. */
const widest = 600;
const apart = 20;

const dataAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });

export const picturesAmong = (files: Iterable<File>): readonly File[] =>
  [...files].filter(({ type }) => type.startsWith('image/'));

export function createImporting(
  client: BoardClient,
  state: BoardState,
  notices: Notices,
  pictures: Pictures,
  readOnly: () => boolean,
): Importing {
  async function image(file: File) {
    const url = await dataAddress(file);
    const picture = await pictures.read(url);
    const { width, height } = picture;
    const address = await pictures.keep(picture, url);
    return {
      type: 'image',
      url: address,
      title: file.name,
      natural: { width, height },
      width: Math.min(width, widest),
    };
  }

  async function add(files: readonly File[], at: Point): Promise<void> {
    const read = await Promise.allSettled(files.map(image));
    for (const one of read)
      if (one.status === 'rejected')
        notices.tell('error', one.reason instanceof Error ? one.reason.message : 'That is no picture.');
    const images = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    if (images.length === 0) return;
    let left = at.x - (images[0]?.width ?? 0) / 2;
    const placed = images.map((one) => {
      const x = left + one.width / 2;
      left += one.width + apart;
      return { ...one, x, y: at.y };
    });
    try {
      const made = await client.create(placed, { settle: true });
      state.selection.value = made.map(({ id }) => id);
    } catch (error) {
      notices.tell('error', error instanceof Error ? error.message : 'The pictures could not be added.');
    }
  }

  return {
    add(files, at) {
      if (readOnly()) notices.tell('info', 'You can look at this board, but not change it.');
      else void add(files, at);
    },
  };
}

/** Files dragged here from outside the page. */
export function startDropping(
  canvas: HTMLElement,
  { state, importing, notices }: { state: BoardState; importing: Importing; notices: Notices },
): Disposer {
  const kept = disposers();
  const onOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // The browser would leave the board and show the file.
    event.preventDefault();
    const files = picturesAmong(event.dataTransfer.files);
    const { left, top } = canvas.getBoundingClientRect();
    const at = toBoard(state.camera.value, { x: event.clientX - left, y: event.clientY - top });
    if (files.length > 0) importing.add(files, at);
    else notices.tell('info', 'Only pictures can be dropped on this board.');
  };
  canvas.addEventListener('dragover', onOver);
  canvas.addEventListener('drop', onDrop);
  kept.add(() => {
    canvas.removeEventListener('dragover', onOver);
    canvas.removeEventListener('drop', onDrop);
  });
  return kept.dispose;
}
