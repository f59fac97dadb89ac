/**
 * The document of a sheet, as it is now or as a round has it, with all that belongs to it. It is made of what everybody
 * sees (`shared`), never of what only this person does.
 */
import { archivedRecords, archivedRounds } from '../../../annotations/archivedRounds.ts';
import { besideInSheet, besideOnDesk } from '../../../annotations/beside/besideWords.ts';
import { archiveJson, archiveOf } from '../../../annotations/makeArchive.ts';
import { readLadder } from '../../../annotations/place/ladderDocument.ts';
import { readPlaceDesk } from '../../../annotations/place/placeDesk.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import type { JobDescription } from '../../../export/document.ts';
import { fileName } from '../../../export/fileName.ts';
import { groundTellings } from '../../../export/ground.ts';
import { jobDescription } from '../../../export/jobDescription.ts';
import { pastRounds } from '../../../export/pastRounds.ts';
import { ladderDetails, type PlaceTold, placeTelling, standingIn } from '../../../export/place.ts';
import { roundThen } from '../../../export/roundThen.ts';
import { type SheetNow, sheetNow } from '../../../export/sheetNow.ts';
import type { Told } from '../../../export/told.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import { templateIn } from '../../../workshop/ladder/stretchPrompts.ts';
import { lanesIn } from '../layout/lanesIn.ts';
import { roundsPart } from '../rounds/roundsPart.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { deskWithRecords } from '../sheet/wholeDesks.ts';
import { templateOf } from '../templates/templates.ts';
import { tellingsIn, whysIn } from './aroundNotes.ts';
import { broughtIn, broughtTold } from './broughtNotes.ts';
import { recordsOf, textsOf } from './roundRecords.ts';

export type GatherFailure =
  /** The sheet's header has not arrived. */
  | 'no-sheet'
  /** What the round says is not here, or can't be read. */
  | 'no-round'
  /** It was made from a template that this version doesn't have. */
  | 'no-template';

/** Why notes went, by who said so. */
function retiredIn({ documents }: SheetContext): NonNullable<SheetNow['retired']> {
  const found = new Map<ItemId, { by: UserId; reason: string }[]>();
  for (const source of documents.sources.peek()) {
    const { owner, retired } = deskWithRecords(source).records;
    for (const [note, { reason }] of retired)
      found.set(note, [...(found.get(note) ?? []), { by: owner, reason }]);
  }
  return found;
}

const placeIn = ({ harvest, talk }: SheetView, { documents }: SheetContext): PlaceTold => ({
  ladder: readLadder(documents.sheet).ladder,
  desks: documents.sources.peek().map(({ desk, doc }) => readPlaceDesk(doc, desk.owner)),
  talk,
  notes: harvest.lanes.flatMap(({ notes }) => notes),
});

function toldNow(view: SheetView, place: PlaceTold, context: SheetContext): Told {
  const whys = whysIn(view, context.documents);
  const brought = broughtIn(view, context.documents);
  return sheetNow({
    details: view.details,
    talk: view.talk,
    retired: retiredIn(context),
    detailsOf: (note) => [...whys(note), ...ladderDetails(note, place), ...brought(note)],
    alsoAbout: brought.notes,
    notes: {
      lanes: new Map(view.harvest.lanes.map(({ lane, notes }) => [lane.id, notes])),
      strays: view.harvest.strays,
      onBorder: view.harvest.border,
      gone: [
        ...view.gone,
        // Nobody here has spoken about these, but somebody did on another board.
        ...[...view.content.items.values()].filter(
          ({ id, kind, gone }) => gone && kind === 'sticky' && brought.notes.has(id) && !view.notes.has(id),
        ),
      ],
    },
  });
}

const orderOf = ({ harvest }: SheetView): readonly ItemId[] =>
  [
    ...harvest.lanes.flatMap(({ notes }) => notes),
    ...harvest.border.map(({ note }) => note),
    ...harvest.strays,
  ].map(({ id }) => id);

/** With all there is to say. */
export async function gather(
  context: SheetContext,
  moment: 'now' | Hash,
  at: string,
): Promise<JobDescription | GatherFailure> {
  const rounds = await context.loaded(roundsPart);
  const records = await recordsOf(rounds, context);
  await rounds.signing.settled();
  const view = context.shared.peek();
  if (!view) return 'no-sheet';
  const { timeZone } = context.platform;
  const past = pastRounds({
    rounds: rounds.list.peek(),
    signed: rounds.signing.signed.peek(),
    participants: view.talk.participants,
    contentOf: (hash) => records.get(hash)?.content ?? null,
  });
  if (moment === 'now') {
    // What people said around the notes in the open; who answers unseen is told by what has been shown.
    const place = placeIn(view, context);
    await rounds.there.settled();
    const around = [
      placeTelling(place),
      ...tellingsIn(view, context.documents),
      broughtTold(view, rounds, timeZone),
    ].filter((telling) => telling !== null);
    const told = toldNow(view, place, context);
    // Empty places ask in the document what they ask in the panel.
    const template = templateIn(view.template, standingIn(place).mode);
    return jobDescription({ told, template, around, status: { kind: 'draft', at }, rounds: past, timeZone });
  }
  const round = records.get(moment);
  if (!round) return 'no-round';
  const template = templateOf(round.content.details.template);
  if (!template) return 'no-template';
  return jobDescription({
    told: roundThen(round.content, orderOf(view)),
    template: templateIn(template, round.content.ground?.place?.mode ?? null),
    around: groundTellings(round.content, orderOf(view)),
    status: { kind: 'round', at: past.find(({ hash }) => hash === moment)?.at ?? at, hash: moment },
    rounds: past,
    timeZone,
  });
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Everything in the sheet, as a file to take along. */
export async function gatherAll(context: SheetContext, at: string): Promise<TextFile | GatherFailure> {
  const rounds = await context.loaded(roundsPart);
  const records = await textsOf(rounds, context);
  const view = context.shared.peek();
  if (!view) return 'no-sheet';
  const { boardId, me, platform } = context;
  const archive = archiveOf({
    board: boardId,
    at,
    by: { user: me.id, name: me.name },
    content: view.content,
    desks: [...view.talk.desks.values()],
    lanes: lanesIn(view.content),
    rounds: archivedRounds(rounds.list.peek(), (hash) => records.get(hash) ?? null, rounds.there.list.peek()),
    beside: context.documents.sources
      .peek()
      .map(({ desk: { owner }, doc }) => ({
        owner,
        words: besideOnDesk(doc, context.documents.sheet, owner),
      }))
      .filter(({ words }) => words.length > 0),
    shared: besideInSheet(context.documents.sheet),
    records: archivedRecords(context.documents.sources.peek().map((one) => deskWithRecords(one).records)),
  });
  if (!archive) return 'no-sheet';
  const { title, team } = view.details;
  const { timeZone } = platform;
  const name = fileName({ title, team, at, timeZone, told: ['draft'] }, 'rolewright.json');
  return { name, text: archiveJson(archive) };
}
