/** Tools by Miro's names, for apps: those this page has, and what is said of those it lacks. */
import type { ToolName } from '../host/tools.ts';
import type { Notices } from './notices.ts';
import type { BoardState, Tool } from './state/boardState.ts';

export interface Tools {
  /** What an app was last told it chose, as long as the person has not taken up another. */
  get(): ToolName;
  set(tool: ToolName, app: string): void;
}

const ours: Readonly<Partial<Record<ToolName, Tool>>> = {
  CURSOR: 'select',
  HAND: 'hand',
  STICKER: 'sticky',
  TEXT: 'text',
  PEN: 'pen',
};

const spoken: Readonly<Record<ToolName, string>> = {
  CURSOR: 'cursor',
  HAND: 'hand',
  STICKER: 'sticky note',
  TEXT: 'text tool',
  PEN: 'pen',
  COMMENT: 'comment tool',
  ERASER: 'eraser',
  HIGHLIGHTER: 'highlighter',
};

const nameOf = (tool: Tool): ToolName =>
  // Shapes and frames have no name among Miro's tools.
  (Object.keys(ours) as ToolName[]).find((name) => ours[name] === tool) ?? 'CURSOR';

export function createTools(state: BoardState, notices: Notices): Tools {
  let asked: ToolName = 'CURSOR';
  return {
    get() {
      const tool = state.tool.peek();
      return (ours[asked] ?? 'select') === tool ? asked : nameOf(tool);
    },
    set(tool, app) {
      asked = tool;
      const own = ours[tool];
      state.tool.value = own ?? 'select';
      if (!own)
        notices.tell('info', `${app} chose the ${spoken[tool]}. This board has none; the cursor stays.`);
    },
  };
}
