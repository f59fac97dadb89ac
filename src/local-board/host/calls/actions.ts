/** Custom actions: only the headless page registers them, and only for events that the app listens to. */
import { definitionIn, nameIn } from '../actions/definition.ts';
import { no } from '../payload.ts';
import { type Calls, pay } from './desk.ts';

export const actionsCalls = {
  async CUSTOM_ACTION_REGISTER(desk, payload, bill, caller) {
    if (caller.kind !== 'headless')
      no('ui', 'Custom actions are registered in the headless page, not in a panel or modal.');
    const definition = definitionIn(payload);
    if (!desk.listens(`custom:${definition.event}`))
      no(
        'ui',
        `Nobody listens to custom:${definition.event}. Call board.ui.on before registering the action.`,
      );
    await pay(desk, bill);
    // The page may have gone while that was on its way.
    if (caller.gone()) return definition;
    desk.actions.register(caller, definition);
    return definition;
  },
  async CUSTOM_ACTION_DEREGISTER(desk, payload, bill) {
    const event = nameIn(payload.event);
    await pay(desk, bill);
    desk.actions.deregister(event);
  },
} satisfies Calls<string>;
