/**
 * Every bound and pace of the Miro way, by name. Times in milliseconds, lengths in characters of JSON text.
 * Miro: 64 KB per stored value (storage page); broadcast size undocumented; 5.5 calls a second over an hour for all an
 * app does (1,000,000 credits, 50 a call; rate-limiting page).
 */

/** The number both ends put into everything that crosses the wire or is stored. */
export const protocol = 1;

// Pace.
/** Updates made within this time travel in one broadcast. The first after a pause goes at once. */
export const sendWindow = 1_000;
/** From the first change to its save; times the number of calls the save takes, so that large documents save less often. */
export const saveDelay = 3_000;
/** A rare look whether everybody has the same, give or take a fifth. */
export const heartbeat = 60_000;
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
/** Before putting back registry entries that vanished: a random time in this range, so that not all do. */
export const registryRepair = { least: 300, most: 3_000 } as const;
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
