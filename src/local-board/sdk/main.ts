/** `miro.js`: what an app's page loads. Defines `window.miro`. */
import { createDrags } from './drags.ts';
import { createMiro } from './miro.ts';
import { windowTransport } from './windowTransport.ts';

const script = document.currentScript;
const origin =
  script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;
const transport = windowTransport(window, origin);
window.miro = createMiro(transport, createDrags(document, transport));
