/** How a sheet's layout is changed; loaded when somebody asks for it. */
export { planMakeRoom } from '../../../board/makeRoom.ts';
export { findAnchors } from '../../../board/matchPieces.ts';
export { isWhole, recogniseSheet } from '../../../board/recognise.ts';
export { planRepair } from '../../../board/repair.ts';
export { runChanges } from '../../../board/runChanges.ts';
