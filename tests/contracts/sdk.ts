/**
 * What the local board promises an app, sentence by sentence. Each sentence is Miro's (the page it stands on in
 * brackets) or, marked "we assume", our harsher reading where Miro says nothing.
 */
import { describe } from 'vitest';
import { actionsContract } from './sdk/actions.ts';
import { broadcastContract } from './sdk/broadcast.ts';
import { cardsContract } from './sdk/cards.ts';
import { connectorsContract } from './sdk/connectors.ts';
import { eventsContract } from './sdk/events.ts';
import { everyKindContract } from './sdk/everyKind.ts';
import { framesContract } from './sdk/frames.ts';
import { groupsContract } from './sdk/groups.ts';
import { historyContract } from './sdk/history.ts';
import { itemsContract } from './sdk/items.ts';
import { layersContract } from './sdk/layers.ts';
import { mediaContract } from './sdk/media.ts';
import { mindmapsContract } from './sdk/mindmaps.ts';
import { peopleContract } from './sdk/people.ts';
import { placesAndLinksContract } from './sdk/placesAndLinks.ts';
import { readingContract } from './sdk/reading.ts';
import { useScene } from './sdk/scene.ts';
import { sessionsContract } from './sdk/sessions.ts';
import { storageContract } from './sdk/storage.ts';
import { surfaceContract } from './sdk/surface.ts';
import { surfacesContract } from './sdk/surfaces.ts';
import { tagsContract } from './sdk/tags.ts';
import { timerContract } from './sdk/timer.ts';
import { troubleContract } from './sdk/trouble.ts';
import { unsupportedContract } from './sdk/unsupported.ts';
import { valuesContract } from './sdk/values.ts';
import { viewportContract } from './sdk/viewport.ts';
import { votingContract } from './sdk/voting.ts';
import { nothingSeen } from './sdk/watched.ts';
import type { OpenBoards } from './sdkBoards.ts';

export function sdkContract(name: string, open: OpenBoards): void {
  describe(`the SDK on ${name}`, () => {
    const seen = nothingSeen();
    const on = useScene(open, seen);
    itemsContract(on);
    readingContract(on);
    cardsContract(on);
    mediaContract(on);
    placesAndLinksContract(on);
    framesContract(on);
    connectorsContract(on);
    groupsContract(on);
    mindmapsContract(on);
    unsupportedContract(on);
    tagsContract(on);
    layersContract(on);
    valuesContract(on);
    storageContract(on);
    broadcastContract(on);
    surfacesContract(on);
    eventsContract(on);
    viewportContract(on);
    historyContract(on);
    actionsContract(on);
    timerContract(on);
    peopleContract(on);
    sessionsContract(on);
    votingContract(on);
    troubleContract(on);
    everyKindContract(on);
    // Last, since it looks at what the others did.
    surfaceContract(seen);
  });
}
