/** What both ends know of a board's file: the page says so before it sends one, the server does not take a larger one. */

/** Bytes. */
export const largestBoardFile = 64 * 1024 * 1024;
