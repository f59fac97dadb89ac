/** What a drop is made of; loaded when somebody starts a sheet, so that reading one doesn't wait for it. */
export { planDrop } from '../../board/plan.ts';
export { runDrop } from '../../board/runDrop.ts';
export { layoutSheet } from '../../workshop/layout.ts';
