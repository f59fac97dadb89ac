/** The SDK contract on the board that tests use. */
import { sdkContract } from './sdk.ts';
import { inMemory } from './sdkBoards.ts';

sdkContract('the board in memory', inMemory);
