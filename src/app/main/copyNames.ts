/** What this browser's databases are called: one for each person on each board. */

// Ids of Miro hold no slash. One that did would make two names alike, so it is not looked for.
const parts = /^rolewright\/([^/]+)\/([^/]+)$/;

export const copyName = (board: string, user: string): string => `rolewright/${board}/${user}`;

/** The other boards of which there is a copy of the same person; what belongs to others is none of theirs. */
export function otherBoards(names: readonly string[], user: string, board: string): readonly string[] {
  const boards = names.flatMap((name) => {
    const [, itsBoard, itsUser] = parts.exec(name) ?? [];
    return itsBoard !== undefined && itsUser === user && itsBoard !== board ? [itsBoard] : [];
  });
  return [...new Set(boards)].sort();
}
