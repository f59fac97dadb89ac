/** Only putting the sheets of a session on the board: what it costs. */
import { wholeApp } from '../../support/wholeApp.ts';
import type { SessionAccount } from './accounts.ts';
import { clockwork } from './clockwork.ts';
import { castOf, prepare } from './preparing.ts';

export async function dropSheets(sheets: number, latency: number): Promise<SessionAccount['drop']> {
  const app = wholeApp({ latency }, 1);
  try {
    const time = clockwork(app.board.clock);
    const [lead, ...others] = castOf(sheets, Math.ceil(sheets / 4));
    const fay = await app.come(lead?.name ?? '');
    return (await time.tell(prepare(fay, others, app.board, time))).drop;
  } finally {
    app.dispose();
  }
}
