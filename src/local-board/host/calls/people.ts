/** Who is here and where, what they may use, and messages between them. */
import { jsonIn, stringIn } from '../payload.ts';
import { type Calls, type Desk, pay } from './desk.ts';

export const onlineUsers = ({ client }: Pick<Desk, 'client'>): { id: string; name: string }[] => {
  const { userId, name } = client.me;
  const people = new Map([
    [userId, name],
    ...client.others.get().map((peer) => [peer.userId, peer.name] as const),
  ]);
  return [...people].map(([id, called]) => ({ id, name: called }));
};

export const peopleCalls = {
  async GET_ONLINE_USERS(desk, _payload, bill) {
    await pay(desk, bill);
    return onlineUsers(desk);
  },
  async GET_BOARD_INFO(desk, _payload, bill) {
    const { values } = await desk.client.ask({ ask: 'info' }, bill);
    return { id: desk.client.board, locale: 'en', ...values };
  },
  async GET_USER_INFO(desk, _payload, bill) {
    await pay(desk, bill);
    const { userId, name } = desk.client.me;
    return { id: userId, name };
  },
  async SEND_REALTIME_BROADCAST_EVENT({ client, app }, payload, bill) {
    await client.broadcast(app, stringIn(payload, 'event'), jsonIn(payload, 'payload'), bill);
  },
  async CHECK_FEATURE_ENTITLEMENT(desk, payload, bill) {
    const feature = stringIn(payload, 'feature');
    await pay(desk, bill);
    return ['timer', 'voting'].includes(feature) && desk.switches().plan === 'paid';
  },
} satisfies Calls<string>;
