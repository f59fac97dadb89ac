/** What Yjs asks of `lib0/environment`; the build puts it in that one's place (vite.config.ts). Only browsers get it. */
export const isBrowser = true;
export const getVariable = (_name: string): null => null;
