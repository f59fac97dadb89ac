/**
 * What an app's iframe may do. Miro does not document its own list (miro-platform §1); ours is generous, and switches
 * take away what an app must not rely on. An iframe never gets at this page: it is of another origin, or of none.
 */
import type { SomeSwitches } from '../../switches.ts';

export interface FrameRights {
  readonly sandbox: string;
  readonly allow: string;
}

/** What Miro's media scopes give an app's iframe (app manifest page); here every app has them, and the browser asks. */
const media = ['camera', 'microphone', 'display-capture'];
const ownClipboard = ['clipboard-read', 'clipboard-write'];
const noClipboard = ["clipboard-read 'none'", "clipboard-write 'none'"];

export function rightsOf({ storage, downloads, popups, clipboard }: SomeSwitches): FrameRights {
  const sandbox = [
    'allow-scripts',
    'allow-forms',
    'allow-modals',
    // Without an origin of its own a page has no cookies and no storage.
    ...(storage === 'denied' ? [] : ['allow-same-origin']),
    ...(downloads === 'denied' ? [] : ['allow-downloads']),
    ...(popups === 'denied' ? [] : ['allow-popups', 'allow-popups-to-escape-sandbox']),
  ];
  return {
    sandbox: sandbox.join(' '),
    allow: [...media, ...(clipboard === 'denied' ? noClipboard : ownClipboard)].join('; '),
  };
}
