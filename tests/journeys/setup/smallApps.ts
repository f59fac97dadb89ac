/** Small apps as somebody else might write them, each served at an origin of its own. They know nothing of the board but its SDK. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmallApp {
  readonly url: string;
  close(): void;
}

const page = (boardOrigin: string, body: string, script: string) => `<!doctype html><meta charset="utf-8">
<title>Small app</title><script src="${boardOrigin}/sdk/v2/miro.js"></script>${body}
<script type="module">const { board } = miro;${script}</script>`;

/** File name → body and script. */
export type Pages = Readonly<Record<string, readonly [body: string, script: string]>>;

export async function serveApp(boardOrigin: string, pages: Pages, host = 'localhost'): Promise<SmallApp> {
  const server = createServer((request, response) => {
    const found = pages[(request.url ?? '/').slice(1).replace(/\?.*$/, '') || 'index.html'];
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? page(boardOrigin, ...found) : 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const preview =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="orange"/></svg>',
  );

/** Counts notes from the context menu, and has notes to drag out of its panel. */
export const counting: Pages = {
  'index.html': [
    '',
    `board.ui.on('icon:click', () => board.ui.openPanel({ url: 'panel.html' }));
    let times = 0;
    await board.ui.on('custom:count-notes', ({ items }) =>
      board.notifications.showInfo(items.length + ' counted, time ' + (times += 1)));
    await board.experimental.action.register({
      event: 'count-notes',
      ui: { label: { en: 'Count notes' }, icon: 'list', description: 'Says how many there are' },
      predicate: { type: 'sticky_note' },
    });`,
  ],
  'panel.html': [
    `<div class="miro-draggable" id="card" style="width:120px;height:60px;background:gold"
      data-drag-preview="${preview}" data-drag-preview-width="120">Drag me</div>
    <img class="miro-draggable" id="picture" draggable="false" src="${preview}" style="margin-top:20px">
    <p id="clicks"></p>`,
    `board.ui.on('drop', ({ x, y, target }) => board.createStickyNote({ x, y, content: 'from ' + target.id }));
    document.querySelector('#card').addEventListener('click', () => {
      clicks.textContent = Number(clicks.textContent) + 1;
    });
    // Only now does it hear of presses.
    clicks.textContent = 0;`,
  ],
};

/** Comes to a halt for good when its icon is clicked. */
export const hanging: Pages = {
  'index.html': ['', `board.ui.on('icon:click', () => { for (;;); });`],
};

/** Calls without end when its icon is clicked. */
export const flooding: Pages = {
  'index.html': [
    '',
    `board.ui.on('icon:click', () => {
      setInterval(() => { for (let i = 0; i < 3000; i += 1) board.getInfo().catch(() => {}); }, 50);
    });`,
  ],
};
