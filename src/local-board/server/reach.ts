/** Who can reach the server, from the interface it listens on; and what to say when that is more than this machine. */

const here = ['127.0.0.1', 'localhost', '::1'];

export const isOnlyHere = (host: string): boolean => here.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Interfaces that stand for all there are. */
export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** As an address names it. */
export const inAddress = (host: string): string =>
  host === '127.0.0.1' || isEverywhere(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;

/** For whoever starts the server; undefined when nothing changes. */
export const reachWords = (host: string, url: string): string | undefined =>
  isOnlyHere(host)
    ? undefined
    : `This server listens on ${host}, so other machines on the network reach it, not only this one (${url}).
Who reaches it can read, change and delete every board on it, under any name they like. Nothing is encrypted
on the way, and browsers keep some abilities (the clipboard among them) from pages that come over plain http.${
        isEverywhere(host)
          ? '\nIt answers under every name, so a hostile page in a browser that can reach it may read it too.'
          : ''
      }
Listen on 127.0.0.1 to keep it to this machine.`;
