/**
 * Outlines of shapes as SVG paths, drawn in a box of 100 × 100 and stretched to the item by their numbers, so that the
 * stroke keeps its width. Absolute commands only (M L Q C A Z). A path that goes on after its Z draws inner lines.
 */
const turn = (corners: number, start: number): string =>
  Array.from({ length: corners }, (_, index) => {
    const angle = start + (index * 2 * Math.PI) / corners;
    return `${(50 + 50 * Math.cos(angle)).toFixed(2)},${(50 + 50 * Math.sin(angle)).toFixed(2)}`;
  }).join(' L');

const star = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 50 : 20;
  const angle = -Math.PI / 2 + (index * Math.PI) / 5;
  return `${(50 + radius * Math.cos(angle)).toFixed(2)},${(50 + radius * Math.sin(angle)).toFixed(2)}`;
}).join(' L');

const box = 'M0,0 L100,0 L100,100 L0,100 Z';
const round = 'M0,50 A50,50 0 1 1 100,50 A50,50 0 1 1 0,50 Z';
const rhombus = 'M50,0 L100,50 L50,100 L0,50 Z';
const parallelogram = 'M20,0 L100,0 L80,100 L0,100 Z';
const process = `${box} M10,0 L10,100 M90,0 L90,100`;
const can = 'M0,12 A50,12 0 0 1 100,12 L100,88 A50,12 0 0 1 0,88 Z M0,12 A50,12 0 0 0 100,12';

const outlines: Readonly<Record<string, string>> = {
  triangle: 'M50,0 L100,100 L0,100 Z',
  rhombus,
  parallelogram,
  trapezoid: 'M20,0 L80,0 L100,100 L0,100 Z',
  pentagon: `M${turn(5, -Math.PI / 2)} Z`,
  hexagon: `M${turn(6, 0)} Z`,
  octagon: `M${turn(8, Math.PI / 8)} Z`,
  star: `M${star} Z`,
  cross: 'M35,0 L65,0 L65,35 L100,35 L100,65 L65,65 L65,100 L35,100 L35,65 L0,65 L0,35 L35,35 Z',
  right_arrow: 'M0,30 L60,30 L60,5 L100,50 L60,95 L60,70 L0,70 Z',
  left_arrow: 'M100,30 L40,30 L40,5 L0,50 L40,95 L40,70 L100,70 Z',
  left_right_arrow: 'M0,50 L25,5 L25,30 L75,30 L75,5 L100,50 L75,95 L75,70 L25,70 L25,95 Z',
  wedge_round_rectangle_callout:
    'M8,0 L92,0 Q100,0 100,8 L100,72 Q100,80 92,80 L45,80 L25,100 L25,80 L8,80 Q0,80 0,72 L0,8 Q0,0 8,0 Z',
  can,
  cloud:
    'M25,90 C5,90 0,75 3,65 C5,55 12,52 17,51 C12,30 30,15 46,22 C55,5 85,8 85,35 C98,38 104,55 97,72 C93,85 85,90 75,90 Z',
  left_brace: 'M100,0 C40,0 70,50 0,50 C70,50 40,100 100,100',
  right_brace: 'M0,0 C60,0 30,50 100,50 C30,50 60,100 0,100',
  flow_chart_predefined_process: process,
  flow_chart_predefined_process_2: process,
  flow_chart_magnetic_disk: can,
  flow_chart_input_output: parallelogram,
  flow_chart_decision: rhombus,
  flow_chart_delay: 'M0,0 L60,0 A40,50 0 0 1 60,100 L0,100 Z',
  flow_chart_display: 'M0,50 L18,0 L80,0 A20,50 0 0 1 80,100 L18,100 Z',
  flow_chart_document: 'M0,0 L100,0 L100,86 C78,72 62,76 50,86 C36,97 18,98 0,88 Z',
  flow_chart_magnetic_drum:
    'M12,0 L88,0 A12,50 0 0 1 88,100 L12,100 A12,50 0 0 1 12,0 Z M88,0 A12,50 0 0 0 88,100',
  flow_chart_internal_storage: `${box} M12,0 L12,100 M0,15 L100,15`,
  flow_chart_manual_input: 'M0,22 L100,0 L100,100 L0,100 Z',
  flow_chart_manual_operation: 'M0,0 L100,0 L80,100 L20,100 Z',
  flow_chart_merge: 'M0,0 L100,0 L50,100 Z',
  flow_chart_multidocument:
    'M12,0 L100,0 L100,76 L94,76 L94,82 L88,82 L88,90 C68,76 56,82 44,90 C30,99 14,99 0,91 L0,14 L6,14 L6,7 L12,7 Z M0,14 L88,14 L88,84 M6,7 L94,7 L94,78',
  flow_chart_note_curly_left: 'M12,0 C2,0 10,50 0,50 C10,50 2,100 12,100',
  flow_chart_note_curly_right: 'M88,0 C98,0 90,50 100,50 C90,50 98,100 88,100',
  flow_chart_note_square: 'M12,0 L0,0 L0,100 L12,100',
  flow_chart_offpage_connector: 'M0,0 L100,0 L100,75 L50,100 L0,75 Z',
  flow_chart_or: `${round} M50,0 L50,100 M0,50 L100,50`,
  flow_chart_preparation: 'M15,0 L85,0 L100,50 L85,100 L15,100 L0,50 Z',
  flow_chart_online_storage: 'M12,0 L100,0 A12,50 0 0 0 100,100 L12,100 A12,50 0 0 1 12,0 Z',
  flow_chart_summing_junction: `${round} M14.6,14.6 L85.4,85.4 M85.4,14.6 L14.6,85.4`,
};

/** Undefined for what a plain box with rounded corners can show. */
export function outlineOf(shape: string, width: number, height: number): string | undefined {
  const scale = (value: string, side: number) => String(Math.round(Number(value) * side) / 100);
  // Every pair is a point or an arc's radii; single numbers are an arc's turn and flags.
  return outlines[shape]?.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${scale(x, width)},${scale(y, height)}`,
  );
}

/** Lines only: there is nothing inside to fill. */
export const isOpen = (shape: string): boolean =>
  shape.endsWith('brace') || shape.startsWith('flow_chart_note_');

export const cornerOf = (shape: string): string =>
  ({ circle: '50%', flow_chart_connector: '50%', round_rectangle: '14px', flow_chart_terminator: '999px' })[
    shape
  ] ?? '0';
