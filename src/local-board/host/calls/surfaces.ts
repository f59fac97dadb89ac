/** Panels and modals. */
import { jsonIn, no, numberIn, type Payload, stringIn } from '../payload.ts';
import { type Calls, type Desk, type Handler, pay } from './desk.ts';

/**
 * Whole addresses must be https, or on this machine; anything else starts from the app's own. `pageUrl` is the name
 * that older apps use (Miro's public examples template-builder and wordle among them).
 */
function addressIn(desk: Desk, payload: Payload): string {
  const given = stringIn(payload, payload.url === undefined && 'pageUrl' in payload ? 'pageUrl' : 'url');
  const url = URL.parse(given, desk.appUrl);
  const local = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    no('input', `Bad URL: ${given} is neither https nor on this machine.`);
  return url.href;
}

/** In pixels. */
function sideIn(payload: Payload, side: 'width' | 'height'): number {
  const length = numberIn(payload, side);
  return length > 0 ? length : no('input', `The ${side} of a modal must be greater than 0.`);
}

const openSurface =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, payload, bill) => {
    const url = addressIn(desk, payload);
    const data = jsonIn(payload, 'data');
    await pay(desk, bill);
    const size =
      kind === 'panel'
        ? {}
        : {
            ...(payload.width === undefined ? {} : { width: sideIn(payload, 'width') }),
            ...(payload.height === undefined ? {} : { height: sideIn(payload, 'height') }),
            ...(payload.fullscreen === true ? { fullscreen: true } : {}),
          };
    return desk.surfaces.open({ kind, url, ...size }, data);
  };

const surfaceData =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, _payload, bill) => {
    await pay(desk, bill);
    return desk.surfaces.data(kind);
  };

const closeSurface =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, payload, bill) => {
    const result = jsonIn(payload, 'result');
    await pay(desk, bill);
    desk.surfaces.close(kind, result);
  };

const canOpen =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, _payload, bill) => {
    await pay(desk, bill);
    return desk.surfaces.canOpen(kind);
  };

export const surfacesCalls = {
  UI_OPEN_PANEL: openSurface('panel'),
  UI_OPEN_MODAL: openSurface('modal'),
  UI_GET_PANEL_DATA: surfaceData('panel'),
  UI_GET_MODAL_DATA: surfaceData('modal'),
  UI_WAIT_FOR_PANEL_CLOSE: ({ surfaces }, payload) => surfaces.closed(stringIn(payload, 'surface')),
  UI_WAIT_FOR_MODAL_CLOSE: ({ surfaces }, payload) => surfaces.closed(stringIn(payload, 'surface')),
  UI_CLOSE_PANEL: closeSurface('panel'),
  UI_CLOSE_MODAL: closeSurface('modal'),
  UI_CAN_OPEN_PANEL: canOpen('panel'),
  UI_CAN_OPEN_MODAL: canOpen('modal'),
} satisfies Calls<string>;
