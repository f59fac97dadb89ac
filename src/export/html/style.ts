/** How the HTML page looks: on a screen by day and night, and on paper. */
import { shades } from '../../workshop/palette.ts';
import type { Paper } from '../choice.ts';

/** A pillar's colour on white, and lighter on dark; contrast with the ground is checked in the tests. */
const pillars = (tone: 'solid' | 'soft'): string =>
  Object.entries(shades)
    .map(([colour, own]) => `.colour-${colour}{--pillar:${own[tone]}}`)
    .join('');

const sizes: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' };

const light =
  '--ink:#1f2430;--quiet:#565c6d;--line:#d9dce3;--wash:#f3f4f7;--page:#fff;--accent:#3b4cca;--link:#2f3fb5;' +
  '--added:#e3f4e8;--removed:#f0eff4;--agreed:#1e6b47;--proposed:#7a4900;--disputed:#5f3dc4;--changed:#0b5f7f';
const dark =
  '--ink:#e7e9ef;--quiet:#a9afbf;--line:#3c4253;--wash:#242937;--page:#171b26;--accent:#9aa7ff;--link:#aab5ff;' +
  '--added:#1d4030;--removed:#33364a;--agreed:#7fd6a8;--proposed:#f0b866;--disputed:#c0aaff;--changed:#7cc8e6';

export const css = (paper: Paper): string => `
:root{color-scheme:light dark;${light};--pillar:#565c6d}
${pillars('solid')}
@media screen and (prefers-color-scheme:dark){
:root{${dark};--pillar:#a9afbf}
${pillars('soft')}
}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 Arial,"Liberation Sans",system-ui,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}
footer{padding-top:0;color:var(--quiet);font-size:.8rem}
h1{margin:0;font-size:2rem;line-height:1.2}
h2{margin:2.25rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--pillar);font-size:1.4rem;line-height:1.25}
section:not([class]) h2{border-color:var(--line)}
h3{margin:1.5rem 0 .25rem;font-size:1.08rem}
p{margin:.35rem 0}
a{color:var(--link)}
.subtitle{margin:.25rem 0 1rem;color:var(--quiet);font-size:1.15rem}
.notice{margin:1rem 0;padding:.6rem .9rem;border-left:4px solid var(--accent);background:var(--wash)}
dl{margin:1rem 0}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
dt{flex:0 0 10rem;color:var(--quiet)}
dd{flex:1 1 14rem;margin:0}
dd+dd{flex-basis:100%;margin-left:11rem}
.small{color:var(--quiet);font-size:.92rem}
.aside{color:var(--quiet);font-style:italic}
.quiet{color:var(--quiet)}
.notes{margin:.75rem 0;padding:0;list-style:none}
.notes>li{margin:0 0 1.1rem;padding-left:.8rem;border-left:4px solid var(--pillar)}
.notes>li>p:not([class]){font-size:1.02rem}
.detail{font-size:.95rem}
.state{font-size:.9rem;font-weight:700}
.state-agreed{color:var(--agreed)}.state-change-proposed{color:var(--proposed)}.state-disputed{color:var(--disputed)}.state-changed{color:var(--changed)}.state-open{color:var(--quiet)}
.notes>li ul{margin:.25rem 0 .25rem 1rem;padding:0;list-style:none;font-size:.93rem}
.talk li{margin-top:.6rem}
.talk li>p:first-child{margin-bottom:0}
blockquote{margin:.35rem 0;padding:.1rem .8rem;border-left:3px solid var(--line);background:var(--wash)}
ins{background:var(--added);text-decoration:underline}
del{background:var(--removed);text-decoration:line-through}
table{width:100%;margin:.75rem 0;border-collapse:collapse;font-size:.93rem}
th,td{padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
tbody th{font-weight:400}
.sum th,.sum td{font-weight:700}
.number{padding-right:0;text-align:right;white-space:nowrap}
@page{size:${sizes[paper]};margin:22mm 23mm}
@media print{
body{font-size:10.5pt}
main,footer{max-width:none;padding:0}
h2,h3,.talk li>p:first-child,section>.small,.notes>li>p:not([class]),.state{break-after:avoid}
p,tr,blockquote{break-inside:avoid}
.notes>li>ul:not(.talk)>li:first-child{break-before:avoid}
a{color:inherit;text-decoration:none}
.notice,ins,del,blockquote{print-color-adjust:exact}
}
`;
