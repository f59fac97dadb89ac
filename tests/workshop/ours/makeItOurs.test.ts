import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../../scripts/makeItOurs/lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'make-it-ours-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/makeItOurs.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  const printed = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { statement: string; triggers: unknown[]; questions: string[]; language: string } =>
      JSON.parse(line),
    );
  return { status, printed, stderr };
}

describe('the command', () => {
  test('prints a line of JSON for each statement: what triggered, and the questions', () => {
    const { status, printed, stderr } = run([
      file(
        'some.txt',
        'Mentor engineers\n\nThe nightly billing job fails twice a week; halve that by June\n',
      ),
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(printed.map(({ statement, triggers, questions }) => ({ statement, triggers, questions }))).toEqual(
      [
        {
          statement: 'Mentor engineers',
          triggers: [
            {
              words: 'Mentor engineers',
              rule: 'growth',
              why: 'leave open who is to grow, and in what',
              question: 'Who, by name or role, is it for?',
              from: 0,
              to: 16,
            },
          ],
          questions: ['Who, by name or role, is it for?'],
        },
        {
          statement: 'The nightly billing job fails twice a week; halve that by June',
          triggers: [],
          questions: [],
        },
      ],
    );
  });

  test('reads standard input where no file is named', () => {
    expect(
      run([], 'Mentorar pessoas\r\nBeing glue').printed.map(({ statement, language }) => [
        statement,
        language,
      ]),
    ).toEqual([
      ['Mentorar pessoas', 'pt'],
      ['Being glue', 'en'],
    ]);
    expect(run(['-'], '').status).toBe(0);
  });

  test('takes a glossary, a language, and a language to ask in', () => {
    const { printed } = run(
      ['--glossary', file('names.txt', 'Core Platform\n'), '--language', 'en', '--questions', 'pt'],
      'Improve the reliability of Core Platform for the people who wait for it\nMentor engineers\n',
    );
    expect(printed.map(({ questions }) => questions)).toEqual([
      [],
      ['Para quem é: qual pessoa, qual papel?'],
    ]);
  });

  test.each([
    ['a file that is not there', () => ['no-such-file.txt'], 'there is no such file'],
    ['a folder', () => [folder], 'it is a folder'],
    [
      'bytes that are no text',
      () => [file('bytes', Uint8Array.of(0xff, 0xfe, 0x00, 0x41))],
      'is not a text in UTF-8',
    ],
    ['a glossary that is not there', () => ['--glossary', 'nowhere.txt'], '"nowhere.txt" could not be read'],
    ['a language it does not know', () => ['--language', 'xx'], '--language knows en and pt, not "xx"'],
    ['an option it does not know', () => ['--loud'], "Unknown option '--loud'"],
    ['two files', () => ['a', 'b'], 'One file at a time'],
  ])('says what is wrong with %s, and ends with 1', (_, args, message) => {
    const { status, printed, stderr } = run(args());
    expect({ status, printed }).toEqual({ status: 1, printed: [] });
    expect(stderr).toContain(message);
  });
});

test('lines may end in any way, after a byte order mark; blank ones are skipped', () => {
  expect(linesOf(new TextEncoder().encode('\ufeffone\r\n\r\n two \rthree\n\t\nfour'))).toEqual([
    'one',
    'two',
    'three',
    'four',
  ]);
});
