/** Outlines of shapes as SVG paths in a box of 100 × 100, stretched to the item. */
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

const outlines: Readonly<Record<string, string>> = {
  triangle: 'M50,0 L100,100 L0,100 Z',
  rhombus: 'M50,0 L100,50 L50,100 L0,50 Z',
  parallelogram: 'M20,0 L100,0 L80,100 L0,100 Z',
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
  flow_chart_predefined_process: 'M0,0 L100,0 L100,100 L0,100 Z M10,0 L10,100 M90,0 L90,100',
  can: 'M0,12 A50,12 0 0 1 100,12 L100,88 A50,12 0 0 1 0,88 Z M0,12 A50,12 0 0 0 100,12',
  cloud:
    'M25,90 C5,90 0,75 3,65 C5,55 12,52 17,51 C12,30 30,15 46,22 C55,5 85,8 85,35 C98,38 104,55 97,72 C93,85 85,90 75,90 Z',
  left_brace: 'M100,0 C40,0 70,50 0,50 C70,50 40,100 100,100',
  right_brace: 'M0,0 C60,0 30,50 100,50 C30,50 60,100 0,100',
};

/** Undefined for what a plain box with rounded corners can show. */
export const outlineOf = (shape: string): string | undefined => outlines[shape];

export const cornerOf = (shape: string): string =>
  shape === 'circle' ? '50%' : shape === 'round_rectangle' ? '14px' : '0';
