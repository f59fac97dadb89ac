/** The local board's server in a process of its own, as people run it: `node boardServer.ts <data> <pages>`. */
import { startLocalBoard } from '../../src/local-board/server/localBoard.ts';

const [dataDir = '', pageDir = ''] = process.argv.slice(2);
const plenty = 1e12;
const { url } = await startLocalBoard({
  port: 0,
  dataDir,
  pageDir,
  switches: { minute: plenty, hour: plenty },
});
console.log(url);
