/** What the local board promises an app: cards and app cards. */
import { describe, expect, test, vi } from 'vitest';
import type { Person } from '../sdkBoards.ts';
import type { Scene } from './scene.ts';

const otherApp = 'http://localhost:4001/';

export function cardsContract(on: Scene): void {
  describe('cards', () => {
    const common = {
      title: '',
      description: '',
      x: 0,
      y: 0,
      width: 320,
      height: 94,
      rotation: 0,
      parentId: null,
      origin: 'center',
      relativeTo: 'canvas_center',
      style: { cardTheme: '#2d9bf0', fillBackground: false },
      tagIds: [],
    };
    const marks = { id: expect.any(String), createdAt: expect.any(String), modifiedAt: expect.any(String) };
    const by = () => ({ createdBy: on.erin.client.me.userId, modifiedBy: on.erin.client.me.userId });

    test('a card has the documented defaults [card]', async () => {
      const card = await on.erin.miro.board.createCard();
      expect({ ...card }).toEqual({ ...common, ...marks, ...by(), type: 'card', taskStatus: 'none' });
    });

    test('an app card has the documented defaults and is owned by the app that made it [app card]', async () => {
      const card = await on.erin.miro.board.createAppCard();
      expect({ ...card }).toEqual({
        ...common,
        ...marks,
        ...by(),
        type: 'app_card',
        status: 'disconnected',
        owned: true,
      });
    });

    test('everything a card can be told is kept [card]', async () => {
      const tag = await on.erin.miro.board.createTag({ title: 'soon' });
      const told = {
        title: '<p>Plan <a href="https://example.org">this</a></p>',
        description: '<ol><li><b>one</b></li></ol>',
        x: 40,
        y: -20,
        width: 400,
        rotation: 30,
        style: { cardTheme: '#00ff00', fillBackground: true },
        tagIds: [tag.id],
        startDate: '2026-01-05',
        dueDate: '2028-02-29',
        assignee: { userId: '3074457345618265000' },
        taskStatus: 'in-progress' as const,
        linkedTo: 'https://example.org/',
      };
      const card = await on.erin.miro.board.createCard(told);
      expect(await on.erin.miro.board.getById(card.id)).toMatchObject(told);
    });

    test('tags that are not allowed are left out of title and description [card]', async () => {
      const card = await on.erin.miro.board.createCard({
        title: '<p>a <b>b</b><script>x()</script></p>',
        description: '<h1>Head</h1><p>one <s>two</s> <i>three</i></p>',
      });
      expect([card.title, card.description]).toEqual(['<p>a b</p>', 'Head<p>one two <i>three</i></p>']);
    });

    test('the height follows the content and cannot be set [card]', async () => {
      const { board } = on.erin.miro;
      const card = await board.createCard({ title: 'short' });
      expect(card.height).toBe(94);
      card.description = 'a long story '.repeat(40);
      await card.sync();
      expect(card.height).toBeGreaterThan(150);
      const high = card.height;
      card.width = 640;
      await card.sync();
      expect(card.height).toBeLessThan(high);
      expect(() => Reflect.set(card, 'height', 10)).toThrow('height is read-only');
      await expect(board.createCard({ height: 200 } as object)).rejects.toThrow('height');
      await expect(board.createAppCard({ height: 200 } as object)).rejects.toThrow('height');
    });

    test('dates, assignee and fields can be given later and taken away again [card; we assume]', async () => {
      const card = await on.erin.miro.board.createCard();
      card.dueDate = '2026-03-01';
      card.assignee = { userId: '7' };
      card.fields = [{ value: 'x' }];
      await card.sync();
      expect(await on.erin.miro.board.getById(card.id)).toMatchObject({
        dueDate: '2026-03-01',
        assignee: { userId: '7' },
      });
      card.dueDate = undefined as unknown as string;
      card.assignee = undefined as unknown as { userId: string };
      card.fields = undefined as unknown as [];
      await card.sync();
      const left = Object.keys(await on.erin.miro.board.getById(card.id));
      expect(left.filter((key) => ['dueDate', 'assignee', 'fields'].includes(key))).toEqual([]);
    });

    test('fields are sorted by value, numbers first, and have their defaults [card]', async () => {
      const card = await on.erin.miro.board.createCard({
        fields: [
          { value: 'pear', iconUrl: 'https://example.org/i.png', iconShape: 'round', tooltip: 'fruit' },
          { value: '10' },
          { value: 'Apple', fillColor: '#ff0000', textColor: '#ffffff' },
          { value: '9' },
        ],
      });
      const plain = { fillColor: 'transparent', textColor: '#1a1a1a' };
      expect(card.fields).toEqual([
        { value: '9', ...plain },
        { value: '10', ...plain },
        { value: 'Apple', fillColor: '#ff0000', textColor: '#ffffff' },
        {
          value: 'pear',
          ...plain,
          iconUrl: 'https://example.org/i.png',
          iconShape: 'round',
          tooltip: 'fruit',
        },
      ]);
    });

    test('a card with more than 20 fields is silently not made [card]; the app holds an item that is nowhere (we assume)', async () => {
      const fields = Array.from({ length: 21 }, (_, index) => ({ value: `${index}` }));
      for (const make of [
        () => on.erin.miro.board.createCard({ title: 'full', fields }),
        () => on.erin.miro.board.createAppCard({ title: 'full', fields }),
      ]) {
        const card = await make();
        expect([card.title, card.fields?.length]).toEqual(['full', 21]);
        await expect(card.sync()).rejects.toThrow(card.id);
      }
      expect(await on.erin.miro.board.get()).toEqual([]);
      expect(await on.erin.miro.board.createCard({ fields: fields.slice(1) })).toMatchObject({ x: 0 });
    });

    test('a 21st field given to a card that is there is refused (we assume)', async () => {
      const card = await on.erin.miro.board.createCard();
      card.fields = Array.from({ length: 21 }, (_, index) => ({ value: `${index}` }));
      await expect(card.sync()).rejects.toThrow('20 fields');
    });

    test.each([
      ['a date in another form', { dueDate: '1 March 2026' }, 'YYYY-MM-DD'],
      ['a day that does not exist', { startDate: '2026-02-30' }, 'YYYY-MM-DD'],
      ['an unknown task status', { taskStatus: 'later' }, 'taskStatus'],
      ['an assignee without an id', { assignee: {} }, 'userId'],
      ['a colour name as theme', { style: { cardTheme: 'red' } }, 'style.cardTheme'],
      ['an unknown style property', { style: { fillColor: '#ff0000' } }, 'fillColor'],
      ['a title of 6000 characters', { title: 'a'.repeat(6000) }, 'shorter than 6000'],
      ['a description of 6000 characters', { description: 'a'.repeat(6000) }, 'shorter than 6000'],
      ['an icon that is not on https', { fields: [{ iconUrl: 'http://example.org/i.png' }] }, 'iconUrl'],
      ['an icon of another shape', { fields: [{ iconShape: 'star' }] }, 'iconShape'],
      ['a tooltip of 6000 characters', { fields: [{ tooltip: 'a'.repeat(6000) }] }, 'tooltip'],
      ['a rotation that is no number', { rotation: 'a little' }, 'rotation'],
      ['an unknown tag', { tagIds: ['5'] }, 'Tag not found'],
    ])('%s is refused [card; errors]', async (_what, props, message) => {
      await expect(on.erin.miro.board.createCard(props as object)).rejects.toThrow(message);
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });

    test('cards take 8 tags, are found by them, and lose one that is removed [tag; app cards: we assume]', async () => {
      const { board } = on.erin.miro;
      const tags = [];
      for (let index = 0; index < 9; index += 1) tags.push(await board.createTag({ title: `t${index}` }));
      const ids = tags.map(({ id }) => id);
      const card = await board.createCard({ tagIds: ids.slice(0, 8) });
      const appCard = await board.createAppCard({ tagIds: ids.slice(0, 1) });
      await expect(board.createCard({ tagIds: ids })).rejects.toThrow('8 tags');
      const found = await board.get({ tags: 't0' });
      expect(found.map(({ id }) => id)).toEqual([card.id, appCard.id]);
      const [first] = tags;
      if (first) await board.remove(first);
      expect(await board.getById(card.id)).toMatchObject({ tagIds: ids.slice(1, 8) });
      expect(await board.getById(appCard.id)).toMatchObject({ tagIds: [] });
    });

    test('setting the same rotation twice turns an item once [items]', async () => {
      const card = await on.erin.miro.board.createCard({ rotation: 30 });
      card.rotation = 30;
      await card.sync();
      expect(card.rotation).toBe(30);
    });
  });

  describe('app cards', () => {
    /** An app card of Erin's app, as another app of hers finds it. */
    async function found() {
      const other = await on.boards.join('Erin Example', { app: otherApp });
      const own = await on.erin.miro.board.createAppCard({ title: 'Ticket', status: 'connected' });
      await on.boards.settled();
      const [card] = await other.miro.board.get({ type: 'app_card' });
      if (!card) throw new Error('no card');
      return { other, own, card };
    }

    test('another app reads all of it but whose it is [app card]', async () => {
      const { own, card } = await found();
      expect({ ...card }).toEqual({ ...own, owned: false });
    });

    test('another app may move it and change nothing else [app card]', async () => {
      const { own, card } = await found();
      card.x = 70;
      await card.sync();
      await own.sync();
      expect([card.x, own.x]).toEqual([70, 70]);
      for (const change of [{ title: 'mine' }, { status: 'disabled' }, { linkedTo: 'https://example.org' }]) {
        Object.assign(card, change);
        await expect(card.sync(), JSON.stringify(change)).rejects.toThrow('Only the app that made');
        await on.boards.settled();
      }
      await own.sync();
      expect([own.title, own.status, own.linkedTo]).toEqual(['Ticket', 'connected', undefined]);
    });

    test('another app may not remove it (we assume)', async () => {
      const { other, own, card } = await found();
      await expect(other.miro.board.remove(card)).rejects.toThrow('Only the app that made');
      await on.erin.miro.board.remove(own);
      expect(await on.erin.miro.board.get()).toEqual([]);
    });

    test('owned and the height are read-only [app card]', async () => {
      const card = await on.erin.miro.board.createAppCard();
      expect(() => Reflect.set(card, 'owned', false)).toThrow('owned is read-only');
      expect(() => Reflect.set(card, 'height', 1)).toThrow('height is read-only');
    });

    test('status is one of three [app card]', async () => {
      const card = await on.erin.miro.board.createAppCard();
      card.status = 'disabled';
      await card.sync();
      expect(await on.erin.miro.board.getById(card.id)).toMatchObject({ status: 'disabled' });
      card.status = 'busy' as 'disabled';
      await expect(card.sync()).rejects.toThrow('status');
    });

    test('a copy belongs to the same app and is disconnected [app card]', async () => {
      const card = await on.erin.miro.board.createAppCard({ title: 'Ticket', status: 'connected' });
      const raw = on.erin.client.contents.get().items.get(card.id);
      const [copy] = await on.erin.client.create([{ ...raw, x: 500 }], { copyOf: [card.id] });
      const [pasted] = await on.erin.client.create([{ ...raw, x: 900 }]);
      for (const one of [copy, pasted])
        expect(await on.erin.miro.board.getById(one?.id ?? '')).toMatchObject({
          title: 'Ticket',
          status: 'disconnected',
          owned: true,
        });
      expect(await on.erin.miro.board.getById(card.id)).toMatchObject({ status: 'connected' });
    });

    function listen(person: Person) {
      const heard: unknown[] = [];
      for (const event of ['app_card:open', 'app_card:connect'] as const)
        person.miro.board.ui.on(event, ({ appCard }) => heard.push([event, appCard.id]));
      return heard;
    }

    test('its icon opens a connected card, connects a disconnected one and rests on a disabled one [app card]', async () => {
      const { board } = on.erin.miro;
      const connected = await board.createAppCard({ status: 'connected' });
      const loose = await board.createAppCard();
      const disabled = await board.createAppCard({ status: 'disabled' });
      const heard = listen(on.erin);
      await on.boards.settled();
      for (const { id } of [connected, loose, disabled]) on.erin.screen.clickAppCard(id);
      await on.boards.settled();
      expect(heard).toEqual([
        ['app_card:open', connected.id],
        ['app_card:connect', loose.id],
      ]);
    });

    test('the icon of a disconnected card is a button only while the app listens for it [app card]', async () => {
      const { ui } = on.erin.miro.board;
      const connect = vi.fn();
      expect(on.erin.screen.connects).toBe('no');
      ui.on('app_card:connect', connect);
      await on.boards.settled();
      expect(on.erin.screen.connects).toBe('yes');
      ui.off('app_card:connect', connect);
      await on.boards.settled();
      expect(on.erin.screen.connects).toBe('no');
    });

    test('only the app that made the card is told, in the window that was clicked in (we assume)', async () => {
      const { other, own } = await found();
      const max = await on.boards.join('Max Example');
      const heard = [other, max].map(listen);
      await on.boards.settled();
      for (const person of [on.erin, other]) person.screen.clickAppCard(own.id);
      await on.boards.settled();
      expect(heard).toEqual([[], []]);
    });

    test('the card in the event has its methods [app card]', async () => {
      const card = await on.erin.miro.board.createAppCard();
      on.erin.miro.board.ui.on('app_card:connect', async ({ appCard }) => {
        appCard.status = 'connected';
        await appCard.sync();
      });
      await on.boards.settled();
      on.erin.screen.clickAppCard(card.id);
      await on.boards.settled();
      await on.boards.settled();
      expect(await on.erin.miro.board.getById(card.id)).toMatchObject({ status: 'connected' });
    });

    test('an app may note something on its cards (we assume: the page has the methods, a list leaves them out)', async () => {
      const card = await on.erin.miro.board.createAppCard();
      await card.setMetadata('ticket', 7);
      expect(await card.getMetadata()).toEqual({ ticket: 7 });
    });
  });
}
