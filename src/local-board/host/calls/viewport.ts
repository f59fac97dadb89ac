/** What of the board this window shows, and notifications in it. */
import { notificationLength } from '../../model/limits.ts';
import { asPayload, boxIn, no, numberIn, stringIn, stringsIn } from '../payload.ts';
import { type Calls, pay } from './desk.ts';

export const viewportCalls = {
  async VIEWPORT_GET(desk, _payload, bill) {
    await pay(desk, bill);
    return { ...desk.screen.viewport.get() };
  },
  async VIEWPORT_SET(desk, payload, bill) {
    const view = boxIn(asPayload(payload.viewport));
    const given = asPayload(payload.padding);
    const side = (name: string) => Math.max(0, numberIn(given, name, 0));
    const padding = { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
    const animationDurationInMs = Math.max(0, numberIn(payload, 'animationDurationInMs', 0));
    await pay(desk, bill);
    return { ...(await desk.screen.showViewport(view, { padding, animationDurationInMs })) };
  },
  async VIEWPORT_ZOOM_TO(desk, payload, bill) {
    const ids = stringsIn(payload, 'ids');
    await pay(desk, bill);
    const { items, relations } = desk.client.contents.get();
    // A group is where its items are.
    const known = ids.flatMap((id) => [id, ...relations.membersOf(id)]).filter((id) => items.has(id));
    if (known.length === 0) no('input', 'Cannot zoom: no item was given that is on this board.');
    await desk.screen.zoomTo(known);
  },
  async VIEWPORT_GET_ZOOM(desk, _payload, bill) {
    await pay(desk, bill);
    return desk.screen.zoom();
  },
  async VIEWPORT_SET_ZOOM(desk, payload, bill) {
    const level = numberIn(payload, 'level');
    if (level < 0.01 || level > 4) no('input', `Invalid zoom level: ${level} is not from 0.01 to 4.`);
    await pay(desk, bill);
    desk.screen.setZoom(level);
  },
  async SHOW_NOTIFICATION(desk, payload, bill) {
    const { type } = payload;
    if (type !== 'info' && type !== 'error') no('input', 'The type of a notification is info or error.');
    const message = stringIn(payload, 'message');
    if ([...message].length > notificationLength)
      no('input', `A notification has at most ${notificationLength} characters.`);
    await pay(desk, bill);
    desk.screen.notify({ type, message });
  },
} satisfies Calls<string>;
