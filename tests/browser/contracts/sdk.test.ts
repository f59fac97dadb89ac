/** The SDK contract in a browser: the app's pages in iframes, with the `miro.js` that they load. */
import { sdkContract } from '../../contracts/sdk.ts';
import { inFrames } from './framedBoards.ts';

sdkContract('iframes in a browser', inFrames);
