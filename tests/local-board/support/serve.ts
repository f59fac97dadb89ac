/** A board server in a process of its own, for tests that kill it: `node serve.ts <folder>`. Prints its address. */
import { startLocalBoard } from '../../../src/local-board/server/localBoard.ts';

const dataDir = process.argv[2] ?? '';
const { url } = await startLocalBoard({ port: 0, dataDir, pageDir: dataDir });
console.log(url);
