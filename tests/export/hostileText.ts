/** Text as people (and attackers) paste it, for property tests. */
import fc from 'fast-check';

const nasty = fc.constantFrom(
  '<script>alert(1)</script>',
  ']]>',
  '&amp;&#x20;&nosuch;',
  '<!-- -->',
  '# no heading',
  '- no list',
  '1. no list',
  '> no quote',
  '```no code',
  '    no code',
  '| no | table |',
  '[no](javascript:alert(1))',
  '![no](x.png)',
  '[^1]: no footnote',
  '**no** _no_ ~~no~~ `no`',
  'www.example.com me@example.com https://example.com/a_b_',
  '---',
  '===',
  '\\',
  '\u0000\u0001\u0008\u000b\u000c\u001b[31m',
  '\ud800',
  '\udfff\ud800',
  '\u202e drawkcab',
  '\u2066\u2067',
  '\u2028',
  '\ufeff\ufffe\uffff',
  '\r\n\r',
  '\t',
  '=cmd()',
  '{{mustache}} $&',
  'שלום עולם',
  'مرحبا 2026',
  '👩‍👩‍👧 🙂',
  'é é',
  '../../etc/passwd',
  'C:\\CON',
);

/** UTF-16 with lone surrogates included. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

export const hostileText = fc
  .array(
    fc.oneof(
      nasty,
      fc.string({ unit: 'binary', maxLength: 20 }),
      anyUnits,
      fc.constant('\n'),
      fc.constant(' '),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

/** The normal run is always the same. */
export const fixed = { seed: 20261123, numRuns: 300 } as const;
