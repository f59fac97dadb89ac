/** Sessions, following and bringing people somewhere, as an app sees them. */
import type { Board, Collaboration } from '@mirohq/websdk-types';
import type { EventHub } from './eventHub.ts';
import { idsOf } from './items/held.ts';
import { asSession, type Listened, type SessionData } from './session.ts';
import type { Transport } from './transport.ts';
import { userIdOf, userIdsOf } from './users.ts';

/** All that an app can reach; Miro's classes have protected members besides. */
type Attention = Pick<Board['collaboration']['attention'], keyof Collaboration['attention']>;
type Entity = Awaited<ReturnType<Board['collaboration']['startSession']>>;
type Face = Pick<Board['collaboration'], Exclude<keyof Board['collaboration'], 'attention'>> & {
  readonly attention: Attention;
};

export function createCollaboration(transport: Transport, hub: EventHub): Face {
  const listened: Listened = new Map();
  // Its public members are checked in session.ts; no class of ours can have Miro's protected ones.
  const session = (data: unknown) =>
    asSession({ transport, hub, listened }, data as SessionData) as unknown as Entity;

  const attention: Attention = {
    async follow(followee, options) {
      const followers = options?.followers;
      await transport.call('ATTENTION_FOLLOW', {
        followee: userIdOf(followee),
        ...(followers === undefined ? {} : { followers: userIdsOf(followers) }),
      });
    },
    async unfollow(options) {
      await transport.call(
        'ATTENTION_UNFOLLOW',
        options && { followee: userIdOf(options.followee) ?? '', followers: userIdsOf(options.followers) },
      );
    },
    isFollowing: async () => (await transport.call('ATTENTION_IS_FOLLOWING')) as boolean,
    getFollowedUser: async () =>
      (await transport.call('ATTENTION_GET_FOLLOWED_USER')) as { id: string; name: string },
  };

  return {
    attention,
    startSession: async (props) => session(await transport.call('SESSIONS_START', props)),
    getSessions: async () => ((await transport.call('SESSIONS_GET')) as unknown[]).map(session),
    on: (event, handler) =>
      hub.on(event, handler, (payload, own) =>
        own({ session: session((payload as { readonly session: unknown }).session) }),
      ),
    off: (event, handler) => hub.off(event, handler),
    async zoomTo(user, items) {
      await transport.call('COLLABORATION_VIEWPORT_ZOOM_TO', { user: userIdOf(user), items: idsOf(items) });
    },
  };
}
