/** Which tool this person has in hand. */
import { no } from '../payload.ts';
import { isTool, toolNames } from '../tools.ts';
import { type Calls, pay } from './desk.ts';

export const toolsCalls = {
  async SET_TOOL(desk, payload, bill) {
    const { tool } = payload;
    if (!isTool(tool)) no('input', `Unknown tool: ${String(tool)}. There are ${toolNames.join(', ')}.`);
    await pay(desk, bill);
    desk.screen.setTool(tool);
  },
  async GET_TOOL(desk, _payload, bill) {
    await pay(desk, bill);
    return desk.screen.tool();
  },
} satisfies Calls<string>;
