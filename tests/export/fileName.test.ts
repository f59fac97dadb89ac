import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from '../../src/export/fileName.ts';
import { fixed, hostileText } from './hostileText.ts';

const named = (title: string, team = '', at = '2026-11-23T09:00:00Z', timeZone = 'UTC') =>
  fileName({ title, team, at, timeZone, told: ['draft'] }, 'docx');

describe('file names', () => {
  test.each([
    ['Staff ML Engineer', 'Credit', 'staff-ml-engineer-credit-draft-2026-11-23.docx'],
    ['  Staff / Principal: “ML”  ', '', 'staff-principal-ml-draft-2026-11-23.docx'],
    ['Ingénieur·e Système', 'Straße & Łódź', 'ingenieur-e-systeme-strasse-lodz-draft-2026-11-23.docx'],
    ['スタッフエンジニア', '信用', 'スタッフエンジニア-信用-draft-2026-11-23.docx'],
    ['स्टाफ़ इंजीनियर', '', 'स्टाफ़-इंजीनियर-draft-2026-11-23.docx'],
    ['../../etc/passwd', '', 'etc-passwd-draft-2026-11-23.docx'],
    ['C:\\evil\u202excod.exe', '', 'c-evilxcod-exe-draft-2026-11-23.docx'],
    ['CON', '', 'con-draft-2026-11-23.docx'],
    ['🙂', '', 'job-description-draft-2026-11-23.docx'],
    ['', '', 'job-description-draft-2026-11-23.docx'],
  ])('%j of team %j is saved as %s', (title, team, name) => {
    expect(named(title, team)).toBe(name.normalize('NFC'));
  });

  test('the day is the one where the reader is', () => {
    expect(named('A', '', '2026-11-23T22:30:00Z', 'Pacific/Auckland')).toBe('a-draft-2026-11-24.docx');
  });

  test('an unknown time zone falls back to UTC, an unreadable date is left out', () => {
    expect(named('A', '', '2026-11-23T22:30:00Z', 'Nowhere/At-all')).toBe('a-draft-2026-11-23.docx');
    expect(named('A', '', 'yesterday')).toBe('a-draft.docx');
  });

  test('a long title is cut between words, within 80 bytes of UTF-8', () => {
    expect(named('responsible '.repeat(30))).toBe(
      `${'responsible-'.repeat(6).slice(0, -1)}-draft-2026-11-23.docx`,
    );
  });

  test('whatever the title, every system takes the name', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, team) => {
        const name = named(title, team);
        expect(name).toMatch(/^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}-]*-draft-2026-11-23\.docx$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(new TextEncoder().encode(name).length).toBeLessThan(180);
      }),
      fixed,
    );
  });
});
