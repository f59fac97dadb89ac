/** Handlers of events. The board is told of an event once, when its first handler comes, and again when the last goes. */
import type { Transport } from './transport.ts';

// Handlers of different events take different things; each is only ever called with what its own event brings.
// biome-ignore lint/suspicious/noExplicitAny: Miro's own listener type says the same.
type Handler = (...args: any[]) => unknown;
type Deliver = (payload: unknown, handler: Handler) => void;

export type EventHub = ReturnType<typeof createEventHub>;

export function createEventHub(transport: Transport) {
  const events = new Map<string, { readonly deliver: Deliver; readonly handlers: Set<Handler> }>();

  transport.receive((event, payload) => {
    const found = events.get(event);
    if (!found) return;
    for (const handler of [...found.handlers])
      try {
        found.deliver(payload, handler);
      } catch (error) {
        // One handler's fault must not keep the others from hearing; it surfaces as it would in any event.
        queueMicrotask(() => {
          throw error;
        });
      }
  });

  return {
    async on(
      event: string,
      handler: Handler,
      deliver: Deliver = (payload, own) => own(payload),
    ): Promise<void> {
      if (typeof handler !== 'function') throw new Error('The handler of an event must be a function.');
      const found = events.get(event);
      if (found) {
        const isNew = !found.handlers.has(handler);
        found.handlers.add(handler);
        // Storage tells each new handler the present value, so it must be asked again.
        if (isNew && event.startsWith('storage:change:')) {
          await transport.call('UI_UNREGISTER_EVENT', { event });
          await transport.call('UI_REGISTER_EVENT', { event });
        }
        return;
      }
      events.set(event, { deliver, handlers: new Set([handler]) });
      await transport.call('UI_REGISTER_EVENT', { event });
    },
    async off(event: string, handler: Handler): Promise<void> {
      const found = events.get(event);
      if (!found?.handlers.delete(handler) || found.handlers.size > 0) return;
      events.delete(event);
      await transport.call('UI_UNREGISTER_EVENT', { event });
    },
  };
}
