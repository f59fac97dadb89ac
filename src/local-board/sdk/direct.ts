/** The SDK and its host in one process, without windows between them. Values are still copied, as messages are. */
import type { FrameLink, Host } from '../host/host.ts';
import type { AppPage } from '../host/screen.ts';
import type { Transport } from './transport.ts';

export function directTransport(
  host: Host,
  frame: { readonly kind: AppPage['kind']; readonly page?: AppPage },
): Transport & { dispose(): void } {
  let deliver: (event: string, payload: unknown) => void = () => {};
  const link: FrameLink = host.connect(frame, (event, payload) => {
    const copy = structuredClone(payload);
    // Events arrive in a turn of their own, never in the middle of what caused them.
    void Promise.resolve().then(() => deliver(event, copy));
  });
  void link.call('HELLO');
  return {
    async call(name, payload) {
      return structuredClone(await link.call(name, structuredClone(payload)));
    },
    receive(own) {
      deliver = own;
    },
    dispose: link.dispose,
  };
}
