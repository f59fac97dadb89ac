/** The few pages of `npm run scenes`: the list, a scene being played, and what could not be found. */
import type { Looker, Scene } from './scenes.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const sceneAddress = ({ name }: Pick<Scene, 'name'>, looker: Pick<Looker, 'name'>): string =>
  `/${name}?as=${encodeURIComponent(looker.name)}`;

const head = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { max-width: 760px; margin: 32px auto; padding: 0 16px; color: #1c1c1e; font: 16px/24px system-ui, sans-serif }
h1 { font-size: 24px; line-height: 32px }
h2 { margin: 24px 0 4px; font-size: 16px }
p, ul { margin: 0 0 8px }
a { color: #2d4bd0 }
.quiet { color: #5a5d68 }
</style>
</head>
<body>
`;
const foot = '</body>\n</html>\n';

const listed = (scenes: readonly Scene[]): string =>
  scenes
    .map(
      (scene) => `<h2 id="${scene.name}">${scene.name}</h2>
<p>${escaped(scene.shows)}</p>
<ul>
${scene.as
  .map(
    (looker) =>
      `<li><a href="${escaped(sceneAddress(scene, looker))}">as ${escaped(looker.name)}</a>: ${escaped(looker.sees)}</li>`,
  )
  .join('\n')}
</ul>
`,
    )
    .join('');

export const listPage = (scenes: readonly Scene[]): string =>
  `${head('Scenes')}<h1>Scenes of a live session</h1>
<p>Each is played by people without a browser on a board of its own; you come as one of them, and click the app’s icon on the left. The others stay until you open another scene.</p>
<p class="quiet">The same scene as somebody else puts you beside yourself, in another window. As the same person again, it is played anew.</p>
${listed(scenes)}${foot}`;

export const notFoundPage = (words: string, scenes: readonly Scene[]): string =>
  `${head('No such scene')}<h1>${escaped(words)}</h1>
<p>These are there:</p>
${listed(scenes)}${foot}`;

/** What is sent at once; `playedPart` or `failedPart` comes after it. */
export const playingPart = (scene: Scene, looker: Looker): string =>
  `${head(scene.name)}<h1>${scene.name}, as ${escaped(looker.name)}</h1>
<p>${escaped(scene.shows)}</p>
<p role="status">It is being played; that takes a few seconds…</p>
`;

export const playedPart = (address: string): string =>
  `<p><a href="${escaped(address)}">Go to the board</a></p>
<script>location.replace(${JSON.stringify(address).replaceAll('<', '\\u003c')})</script>
${foot}`;

export const failedPart = (words: string, again: string): string =>
  `<p role="alert">It could not be played: ${escaped(words)}</p>
<p><a href="${escaped(again)}">Try again</a> · <a href="/">All scenes</a></p>
${foot}`;
