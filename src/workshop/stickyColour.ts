/** The sixteen colours of a Miro sticky note (sticky-note reference page); no other value is accepted. */
export const stickyColours = [
  'gray',
  'light_yellow',
  'yellow',
  'orange',
  'light_green',
  'green',
  'dark_green',
  'cyan',
  'light_pink',
  'pink',
  'violet',
  'red',
  'light_blue',
  'blue',
  'dark_blue',
  'black',
] as const;
export type StickyColour = (typeof stickyColours)[number];
