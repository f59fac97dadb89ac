/** Miro's documented limits, and a few of our own that keep one board from eating the machine. */

/** Content must be shorter than this, tags counted too (the reference does not say; this is the harsher reading). */
export const contentLimit = 6000;
export const tagTitleLimit = 120;
export const tagsPerItem = 8;
export const tagsPerBoard = 100;
/** Side of a frame, dp. */
export const smallestFrame = 100;
/** JSON characters count as UTF-8 bytes. */
export const metadataBytes = 6 * 1024;
export const appDataBytes = 30 * 1024;
export const storedValueBytes = 64 * 1024;
export const notificationLength = 80;
export const cardFields = 20;
/** Shorter than this. */
export const imageAltLimit = 140;

/** Ours: Miro advises at most 10,000 items a board and names no cap. */
export const itemsPerBoard = 20_000;
/** Ours. */
export const longestAddress = 2000;
/** Ours: Miro's SDK pages name no limit for the file of an image. Bytes. */
export const largestPicture = 10 * 1024 * 1024;
export const captionsPerConnector = 20;
export const itemsPerMindmap = 1000;
/** Ours: of a freehand line; two a point. */
export const numbersPerLine = 4000;
/** Ours: Miro names no limit for keys and names. */
export const keyLength = 512;
export const keysPerBoard = 10_000;
/** Ours: coordinates and sides beyond this are a mistake rather than a board. Unit: dp. */
export const farthest = 10_000_000;
