/** What the local board promises an app: custom actions and tools. Source: websdk-reference-custom-action-management. */
import type { Board } from '@mirohq/websdk-types';
import { describe, expect, test } from 'vitest';
import type { Person } from '../sdkBoards.ts';
import { openPanel, type Scene } from './scene.ts';

type Named = { readonly id: string };
type Definition = Parameters<Board['experimental']['action']['register']>[0];

const translate: Definition = {
  event: 'translate-content',
  ui: { label: { en: 'Translate' }, icon: 'chat-two', description: 'Into your language', position: 1 },
  selection: 'single',
  predicate: { type: 'sticky_note' },
  scope: 'local',
  contexts: { item: {} },
};

/** Listens and registers; what the app then hears of is pushed to `heard`. */
async function register(person: Person, definition: Definition, heard: unknown[] = []) {
  const { board } = person.miro;
  await board.ui.on(`custom:${definition.event}`, ({ items }) =>
    heard.push([definition.event, items.map(({ id }: Named) => id)]),
  );
  return board.experimental.action.register(definition);
}

const offered = async (person: Person, ...ids: string[]) =>
  (await person.screen.actions.offered(ids)).map(({ event }) => event);

export function actionsContract(on: Scene): void {
  describe('custom actions', () => {
    test('registering gives the definition back; the menu offers it, and choosing it sends the items [custom actions]', async () => {
      const heard: unknown[] = [];
      expect(await register(on.erin, translate, heard)).toEqual(translate);
      const note = await on.erin.miro.board.createStickyNote();
      expect(await on.erin.screen.actions.offered([note.id])).toEqual([
        {
          event: 'translate-content',
          label: 'Translate',
          icon: 'chat-two',
          description: 'Into your language',
        },
      ]);
      on.erin.screen.actions.run('translate-content', [note.id]);
      await on.boards.settled();
      expect(heard).toEqual([['translate-content', [note.id]]]);
    });

    test('selection is multi, scope local and the context an item unless told [custom actions]', async () => {
      expect(await register(on.erin, { event: 'count' })).toEqual({
        event: 'count',
        selection: 'multi',
        predicate: {},
        scope: 'local',
        contexts: { item: {} },
      });
    });

    test('it is refused as long as nobody listens to its event [custom actions]', async () => {
      await expect(on.erin.miro.board.experimental.action.register(translate)).rejects.toThrow(
        'custom:translate-content',
      );
    });

    test('a panel cannot register it, a modal neither [custom actions]', async () => {
      const panel = on.erin.page(await openPanel(on.erin));
      await panel.board.ui.on('custom:translate-content', () => {});
      await expect(panel.board.experimental.action.register(translate)).rejects.toThrow('headless');
    });

    test('all pages of the app hear of it, as of every event but the icon [custom actions; events]', async () => {
      await register(on.erin, translate);
      const heard: string[] = [];
      const panel = on.erin.page(await openPanel(on.erin));
      await panel.board.ui.on('custom:translate-content', ({ items }) =>
        heard.push(...items.map(({ id }: Named) => id)),
      );
      const note = await on.erin.miro.board.createStickyNote();
      on.erin.screen.actions.run('translate-content', [note.id]);
      await on.boards.settled();
      expect(heard).toEqual([note.id]);
    });

    test('every selected item must match, and single means one [custom actions]', async () => {
      const { board } = on.erin.miro;
      await register(on.erin, translate);
      await register(on.erin, { event: 'count', predicate: { type: 'sticky_note' } });
      const [a, b] = [await board.createStickyNote(), await board.createStickyNote()];
      const text = await board.createText();
      expect(await offered(on.erin, a.id)).toEqual(['translate-content', 'count']);
      expect(await offered(on.erin, a.id, b.id)).toEqual(['count']);
      expect(await offered(on.erin, a.id, text.id)).toEqual([]);
      expect(await offered(on.erin)).toEqual([]);
    });

    test.each<[string, object, boolean]>([
      ['$and', { $and: [{ type: 'text' }, { x: { $gt: 1 } }] }, true],
      ['$or', { $or: [{ type: 'shape' }, { type: 'text' }] }, true],
      ['$not', { $not: { type: 'text' } }, false],
      ['$eq', { x: { $eq: 40 } }, true],
      ['$ne', { x: { $ne: 40 } }, false],
      ['$in', { type: { $in: ['text', 'shape'] } }, true],
      ['$nin', { type: { $nin: ['text', 'shape'] } }, false],
      ['$gt', { x: { $gt: 40 } }, false],
      ['$gte', { x: { $gte: 40 } }, true],
      ['$lt', { x: { $lt: 40 } }, false],
      ['$lte', { x: { $lte: 40 } }, true],
      ['$regex', { content: { $regex: '^<p>TODO' } }, true],
      ['$exists', { linkedTo: { $exists: false } }, true],
      ['a property within another', { 'style.textAlign': 'left' }, true],
      ['a property that it lacks', { nobody: 1 }, false],
    ])('the predicate knows %s [custom actions]', async (_name, predicate, fits) => {
      // The types want every property of an item; the page's examples name one.
      await register(on.erin, { event: 'check', predicate } as Definition);
      const text = await on.erin.miro.board.createText({ content: '<p>TODO one</p>', x: 40 });
      expect(await offered(on.erin, text.id)).toEqual(fits ? ['check'] : []);
    });

    test.each<[string, object, string]>([
      ['a name with capitals', { event: 'Translate' }, 'lower-case'],
      ['a name with the prefix', { event: 'custom:translate' }, 'lower-case'],
      ['a name of 31 characters', { event: 'x'.repeat(31) }, '30'],
      ['a label that is none', { event: 'a', ui: { label: 1, icon: 'x' } }, 'ui.label'],
      ['no icon', { event: 'a', ui: { label: 'A' } }, 'ui.icon'],
      [
        'a position that is none',
        { event: 'a', ui: { label: 'A', icon: 'x', position: '1' } },
        'ui.position',
      ],
      ['another selection', { event: 'a', selection: 'all' }, 'selection'],
      ['a scope that is not there yet', { event: 'a', scope: 'global' }, 'scope'],
      ['another context', { event: 'a', contexts: { board: {} } }, 'only item'],
      ['a property that no action has', { event: 'a', title: 'A' }, 'title'],
      ['an unknown operator', { event: 'a', predicate: { x: { $near: 1 } } }, '$near'],
      ['an empty $or', { event: 'a', predicate: { $or: [] } }, 'predicate'],
      ['a pattern that is none', { event: 'a', predicate: { content: { $regex: '(' } } }, 'predicate'],
    ])('%s is refused [custom actions; we assume]', async (_name, definition, why) => {
      await expect(register(on.erin, definition as Definition)).rejects.toThrow(why);
    });

    test("the predicate knows what the app has noted on the items, and nothing of other apps' [public examples]", async () => {
      const other = await on.boards.join('Erin Example', { app: 'http://localhost:4001/' });
      const fresh = { $or: [{ 'metadata.state': { $exists: false } }, { 'metadata.state': 'open' }] };
      for (const person of [on.erin, other]) {
        await register(person, { event: 'close', predicate: fresh } as unknown as Definition);
        await register(person, { event: 'open', predicate: { 'metadata.state': 'done' } } as Definition);
      }
      const note = await on.erin.miro.board.createStickyNote();
      expect(await offered(on.erin, note.id)).toEqual(['close']);
      await note.setMetadata('state', 'done');
      expect(await offered(on.erin, note.id)).toEqual(['open']);
      await on.boards.settled();
      expect(await offered(other, note.id)).toEqual(['close']);
    });

    test.each<[string, boolean]>([
      ['this.width > this.height', false],
      ['this.width === 199 && this.height !== this.width', true],
      ["return this.content == 'a \\'b\\'' || this.style.fillColor === \"cyan\";", true],
      ['!(this.tagIds.length) && -this.x < 2 * (3 - 1) + 0.5', true],
      ['this.nobody.at.all == null', true],
      ['this.constructor', false],
    ])('$where reads comparisons: %s [custom actions]', async (where, fits) => {
      await register(on.erin, { event: 'check', predicate: { $where: where } } as unknown as Definition);
      const { id } = await on.erin.miro.board.createStickyNote({ style: { fillColor: 'cyan' } });
      expect(await offered(on.erin, id)).toEqual(fits ? ['check'] : []);
    });

    test.each([
      ['a call', 'this.content.includes("a")'],
      ['another name', 'window.x > 1'],
      ['a function', 'function () { return true }'],
      ['what ends too early', 'this.x >'],
      ['two things', 'this.x this.y'],
      ['an assignment', 'this.x = 1'],
      ['brackets without end', '('.repeat(60)],
      ['nothing', ''],
    ])('$where is refused where it is code: %s', async (_name, where) => {
      const definition = { event: 'a', predicate: { $or: [{ $where: where }] } } as unknown;
      await expect(register(on.erin, definition as Definition)).rejects.toThrow('$where');
    });

    test('with more than 100 items selected it is hidden [custom actions]', async () => {
      await register(on.erin, { event: 'count' });
      const made = await on.erin.client.create(Array.from({ length: 101 }, () => ({ type: 'text' })));
      const ids = made.map(({ id }) => id);
      expect(await offered(on.erin, ...ids.slice(1))).toEqual(['count']);
      expect(await offered(on.erin, ...ids)).toEqual([]);
    });

    test('position orders them; the rest follows as registered [custom actions; we assume]', async () => {
      const at = (event: string, position?: number): Definition => ({
        event,
        ui: { label: event, icon: 'x', ...(position === undefined ? {} : { position }) },
      });
      for (const definition of [at('none'), at('two', 2), at('other'), at('one', 1)])
        await register(on.erin, definition);
      const { id } = await on.erin.miro.board.createText();
      expect(await offered(on.erin, id)).toEqual(['one', 'two', 'none', 'other']);
    });

    test('deregister takes it out; the same name again replaces it (we assume)', async () => {
      await register(on.erin, { event: 'count', ui: { label: 'Old', icon: 'x' } });
      await register(on.erin, { event: 'count', ui: { label: { de: 'Neu' }, icon: 'x' } });
      const { id } = await on.erin.miro.board.createText();
      expect((await on.erin.screen.actions.offered([id])).map(({ label }) => label)).toEqual(['Neu']);
      await on.erin.miro.board.experimental.action.deregister('count');
      await on.erin.miro.board.experimental.action.deregister('count');
      expect(await offered(on.erin, id)).toEqual([]);
    });

    test('it goes with the page that registered it (we assume)', async () => {
      const link = on.erin.host.connect({ kind: 'headless' }, () => {});
      await link.call('UI_REGISTER_EVENT', { event: 'custom:count' });
      await link.call('CUSTOM_ACTION_REGISTER', { action: { event: 'count' } });
      const { id } = await on.erin.miro.board.createText();
      expect(await offered(on.erin, id)).toEqual(['count']);
      link.dispose();
      expect(await offered(on.erin, id)).toEqual([]);
    });

    test('it is local: nobody else is offered it [custom actions]', async () => {
      const max = await on.boards.join('Max Example');
      await register(on.erin, { event: 'count' });
      const { id } = await on.erin.miro.board.createText();
      await on.boards.settled();
      expect(await offered(max, id)).toEqual([]);
    });
  });

  describe('tools', () => {
    test('the tool that was set is the tool that is told; the cursor at first (we assume)', async () => {
      const { tools } = on.erin.miro.board.experimental;
      const told = [await tools.getTool()];
      for (const tool of ['PEN', 'TEXT', 'HAND', 'STICKER', 'COMMENT', 'ERASER', 'HIGHLIGHTER'] as const) {
        await tools.setTool(tool);
        told.push(await tools.getTool());
      }
      expect(told.join(' ')).toBe('CURSOR PEN TEXT HAND STICKER COMMENT ERASER HIGHLIGHTER');
    });

    test('an unknown tool is refused (we assume)', async () => {
      const { tools } = on.erin.miro.board.experimental;
      await expect(tools.setTool('HAMMER' as 'PEN')).rejects.toThrow('HAMMER');
      expect(await tools.getTool()).toBe('CURSOR');
    });
  });
}
