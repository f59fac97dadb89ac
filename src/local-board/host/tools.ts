/** The tools an app may choose for a person, by Miro's names (the SDK's types; no page tells of them). */
export const toolNames = [
  'PEN',
  'TEXT',
  'CURSOR',
  'HAND',
  'STICKER',
  'COMMENT',
  'ERASER',
  'HIGHLIGHTER',
] as const;

export type ToolName = (typeof toolNames)[number];

export const isTool = (name: unknown): name is ToolName => toolNames.some((known) => known === name);
