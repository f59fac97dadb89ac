/** Scenes by address: the list, what is played and where it leads, and what can't be found. */
import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { Played } from '../../scripts/scenes/scenes.ts';
import { type Scenes, startScenes } from '../../scripts/scenes/server.ts';

let server: Scenes | undefined;
afterEach(() => server?.close());

/** `told`: what happened on the boards, in its order. */
async function opened({ fails = () => false }: { readonly fails?: () => boolean } = {}) {
  const told: string[] = [];
  server = await startScenes({
    port: 0,
    boardOrigin: 'http://board.example',
    appUrl: 'http://app.example/',
    async play({ name }, { board }) {
      if (fails()) throw new Error('Nobody came <in time>');
      told.push(`${name} on ${board}`);
      const played: Pick<Played, 'makeRoom' | 'meet' | 'end'> = {
        makeRoom: async (looker) => void told.push(`room for ${looker}`),
        meet: async (looker) => void told.push(`met ${looker}`),
        end: async () => void told.push(`end of ${board}`),
      };
      return played as Played; // nothing else of it is used here
    },
  });
  const { url } = server;
  const get = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  return { told, url, get };
}

test('the first page lists each scene with a link for everybody worth looking as', async () => {
  const { get } = await opened();
  const { status, text } = await get('/');
  expect(status).toBe(200);
  expect(text).toContain('href="/dots?as=Eli%20Engineer"');
  expect(text).toContain('Dots are given: Erin is done with hers');
});

test('a scene is played and leads to its board, as that person and with their switches', async () => {
  const { told, get } = await opened();
  const { text } = await get('/guest?as=Vera%20Visitor');
  expect(text).toContain('It is being played');
  expect(text).toContain(
    'location.replace("http://board.example/board/scene-guest-1?user=Vera%20Visitor&access=view")',
  );
  expect(told).toEqual(['guest on scene-guest-1', 'room for Vera Visitor', 'met Vera Visitor']);
});

test('somebody else joins the same scene; the same person, and another scene, play anew', async () => {
  const { told, get } = await opened();
  await get('/dots?as=Eli%20Engineer');
  expect((await get('/dots?as=Fay%20Facilitator')).text).toContain('/board/scene-dots-1?user=Fay');
  expect((await get('/dots?as=Fay%20Facilitator')).text).toContain('/board/scene-dots-2?user=Fay');
  await get('/before');
  expect(told.filter((what) => !/^(room|met)/.test(what))).toEqual([
    'dots on scene-dots-1',
    'end of scene-dots-1',
    'dots on scene-dots-2',
    'end of scene-dots-2',
    'before on scene-before-3',
  ]);
});

test('what is not there is said in a sentence, with what is', async () => {
  const { get, told } = await opened();
  const unknown = await get('/nope%3Cb%3E');
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain('There is no scene called “nope&lt;b&gt;”.');
  expect(unknown.text).toContain('href="/before?as=Fay%20Facilitator"');
  const nobody = await get('/dots?as=Nobody');
  expect([nobody.status, nobody.text.includes('has nothing to see as “Nobody”')]).toEqual([404, true]);
  expect((await get('/%E0%A4%A')).status).toBe(404);
  expect(told).toEqual([]);
});

test('one that can’t be played says why and can be tried again', async () => {
  let fails = true;
  const { get } = await opened({ fails: () => fails });
  expect((await get('/dots')).text).toContain('It could not be played: Nobody came &lt;in time&gt;');
  fails = false;
  expect((await get('/dots')).text).toContain('location.replace(');
});

test('a page elsewhere can’t reach it through a name of its own', async () => {
  const { url } = await opened();
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${url}/dots`, { headers: { host: 'scenes.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(403);
});
