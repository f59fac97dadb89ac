/** The SDK contract on a real server, over WebSockets. */
import { sdkContract } from './sdk.ts';
import { onServer } from './sdkBoards.ts';

sdkContract('a real server', onServer);
