/** The contract, on the Miro way over a memory network. */
import { syncWorld } from '../support/syncWorld.ts';
import { syncContract } from './sync.ts';

syncContract('sync through Miro', () => {
  const { clock, network, device } = syncWorld();
  const browsers: ReturnType<typeof device>[] = [];
  return {
    device(name) {
      const browser = device(name);
      browsers.push(browser);
      return browser;
    },
    advance: (milliseconds) => clock.advance(milliseconds),
    cut: (off) => network.set(off ? { loss: 1, refusal: 1, reason: 'offline', lostNotice: 1 } : {}),
    left: () =>
      clock.pending +
      network.subscriptions() +
      browsers.reduce((sum, browser) => sum + browser.subscriptions(), 0),
  };
});
