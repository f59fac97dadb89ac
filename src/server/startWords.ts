/** What `npm start` says once everything runs. */
export const startWords = (boardOrigin: string): string => `
Rolewright runs on a local board. Open it in two windows, as two people:

  engineer  ${boardOrigin}/board/first?user=Erin%20Engineer
  manager   ${boardOrigin}/board/first?user=Max%20Manager

Click the app's icon on the left, put a sheet on the board, and write. All boards are at ${boardOrigin}/.
Ctrl-C stops it; the boards are kept.
`;

/** Where other people's apps can be tried. One board holds them all, as in Miro. */
export function tryAppsWords(boardOrigin: string, apps: readonly string[]): string {
  const query = apps.map((app) => `app=${encodeURIComponent(app)}`).join('&');
  return `Your own ${apps.length === 1 ? 'app' : 'apps'}, unchanged, on a board of ${apps.length === 1 ? 'its' : 'their'} own:

  ${boardOrigin}/board/try?user=Erin%20Example&${query}
`;
}
