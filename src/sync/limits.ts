/**
 * Every bound and pace of the Miro way, by name. Times in milliseconds, lengths in characters of JSON text.
 * Miro: 64 KB per stored value (storage page); broadcast size undocumented; 5.5 calls a second over an hour for all an
 * app does (1,000,000 credits, 50 a call; rate-limiting page).
 */

/** The number both ends put into everything that crosses the wire or is stored. */
export const protocol = 1;

// Pace.
/**
 * Updates made within this time travel in one broadcast. The first after a pause goes at once. Per person typing, so
 * that twelve who type without pause stay within one shared budget (with saves and upkeep 5.4 of 5.5 calls a second);
 * at most what lets half of all words be seen within 1.5 s of their last key.
 */
export const sendWindow = { each: 230, least: 1_000, most: 2_700 } as const;
/** From the last change to its save; times the number of calls the save takes, so that large documents save less often. */
export const saveDelay = 3_000;
/** While typing goes on without a pause: from the first change to its save, per person typing; times the calls again. */
export const saveWindow = { each: 1_700, least: 5_000, most: 20_000 } as const;
/** What somebody does just now is forgotten when it was not said again for so long. */
export const doingTime = 20_000;
/** What lasts and is still said here is told anew after so long: early enough that it never fades meanwhile. */
export const doingAgain = 12_000;
/** What somebody does travels with their words; alone at most this often. */
export const doingAlone = 2_000;
/** Characters of JSON that say what somebody does. */
export const longestDoing = 500;
/** Of others' clocks: samples that count, and for how long (ms); what two estimates may differ without being told anew. */
export const clockSamples = 16;
export const clockWindow = 3 * 60_000;
export const clockStep = 100;
/** A clock that is so much slower than before, three times in a row and alike, was put back; messages are hardly so late. */
export const clockJump = 15_000;
/** Who sent words so recently is typing. */
export const typingTime = 15_000;
/** A rare look whether everybody has the same, give or take a fifth; up to five times rarer with many people. */
export const heartbeat = 60_000;
/** With so many people the heartbeat is as it says; with more it is rarer, so that all together don't beat more often. */
export const heartbeatPeople = 4;
export const rarestHeartbeat = 5;
/** The pages of one browser tell each other what they use of the budget this often (ms). */
export const tellUse = 1_000;
/** The leading page tells the others how it goes, though nothing changed. */
export const tellStatusAgain = 30_000;
/** Background work that has to wait looks again this often. */
export const freeLook = 10_000;
/** Stored states read again per heartbeat, since a notification may never come. */
export const statesPerBeat = 2;
/** Documents opened within this time say hello together. */
export const helloDelay = 200;
/** An answer waits a random time in this range, and is not sent when somebody else gave it. */
export const answerDelay = { least: 100, most: 1_200 } as const;
/** After changes that can't be applied yet, since earlier ones are missing. */
export const gapDelay = 2_000;
/** What changed this recently may still be under way to the one who says hello. */
export const inFlight = 2_000;

// Credits.
/** Miro's budgets (rate-limiting page). Storage calls and broadcasts cost 50 each. */
export const budgets = { minute: 100_000, hour: 1_000_000 } as const;
export const callCredits = 50;
/** How the meter goes about them; shares from 0 to 1. */
export const paces = {
  /** From here on a plain no is taken for one about the limit. */
  nearLimit: 0.8,
  /** Background work leaves the rest of the budget to people's own words and acts. */
  upkeepUntil: 0.7,
  /** Of what could be spent until a refusal, this is taken to be ours. */
  caution: 0.8,
  /** Never less than this part of a limit. */
  leastShare: 100,
  /** A minute without refusal lets the shares grow by these factors. */
  growth: { minute: 1.05, hour: 1.005 },
  /** Refused for so long: it is not the minute's limit, which renews within it. */
  surelyNextMinute: 70_000,
  /** Who was heard so recently is here: twice the rarest heartbeat, and some. */
  presence: 12 * 60_000,
  mostPeople: 1_000,
  /** Own words that wait longer than this (ms) for the budget go slowly, and the panel says so. */
  noticeable: 5_000,
  /** Parts of the pace that go to sending and to saving. */
  sending: 0.7,
  saving: 0.3,
} as const;

// Waiting.
/** A call without an answer for this long counts as failed. */
export const callTimeout = 20_000;
/** After this long without an answer people are told that it goes slowly. */
export const slowAnswer = 5_000;
/** A call without an answer may still take effect this long after it was made. */
export const lateEffect = 30_000;
/** A refused call may have taken effect all the same, and be seen this late. */
export const refusedEffect = 5_000;
export const retry = { first: 1_000, most: 60_000 } as const;
/** How long to wait for a watched key's present value before asking for it. */
export const watchPatience = 1_000;
/** A registry entry counts when it is still there this long after it was written: nobody overwrote it unknowingly. */
export const registrySettle = 4_000;
/** A device calls nothing saved by what the registry said longer ago than this. */
export const registryFresh = 10 * 60_000;
/** A device whose state is older than this may be put to rest; only a guess, since clocks differ. */
export const longGone = 30 * 24 * 3_600_000;
/** So many heartbeats of one page a rest has to stand before it counts: the shortest take longer than `registryFresh`. */
export const restBeats = 20;
/** One that wakes so often is not long gone, whatever its clock says. */
export const mostRests = 20;
/** Before putting back registry entries that vanished: a random time in this range, so that not all do. */
export const registryRepair = { least: 300, most: 3_000 } as const;
/** A board that does not answer is asked again after so long, more and more rarely. */
export const probing = { first: 4_000, most: 60_000 } as const;
/** Others may have more than is here for so long, as messages take their time, before it counts as being behind. */
export const behindAfter = 5_000;
/** How long a page waits for the leading page of its device before going on alone. */
export const leaderPatience = 10_000;

// Bounds.
/** Calls under way at the same time. */
export const parallelCalls = 4;
export const sliceLength = 48_000;
/** 3 MB of base64 text: far above a hundred people's words in one document. */
export const mostSlices = 64;
export const partLength = 8_000;
export const mostParts = 100;
/** Messages of which parts are still missing. */
export const mostOpenMessages = 50;
export const openMessageAge = 30_000;
export const mostListed = 500;
export const longestName = 400;
export const longestDevice = 80;
export const mostDocuments = 500;
export const mostRegistryEntries = 5_000;
export const mostProblems = 100;
/** Yjs merges faster than linearly only in small groups (measured: 250 in 8 ms, 4,000 in 260 to 560 ms). */
export const mergeGroup = 250;
