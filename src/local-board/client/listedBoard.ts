/** What both ends of the list of boards know: the pages that show it and the server that keeps it. */

export interface ListedBoard {
  readonly id: string;
  /** Its id while nobody has named it. */
  readonly name: string;
  /** ISO 8601, as is the next. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Names of people who have it open now. */
  readonly people: readonly string[];
}

/** Characters. */
export const longestBoardName = 120;

/** Bytes of a board's file. The page says so before it sends one; the server takes none that is larger. */
export const largestBoardFile = 64 * 1024 * 1024;
