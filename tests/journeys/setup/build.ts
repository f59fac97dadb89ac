/** Builds the app and the board's page once before the journeys, as `npm start` does. */
import { build } from 'vite';

export default async function setup(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  await build({ configFile: 'src/local-board/vite.config.ts', logLevel: 'warn' });
}
