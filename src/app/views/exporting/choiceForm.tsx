/** What can be chosen for a document; it is remembered as it is chosen. */
import type { NumberedRound } from '../../../annotations/numberedRounds.ts';
import {
  type Chapter,
  chapters,
  type Paper,
  papers,
  type Variant,
  variants,
} from '../../../export/choice.ts';
import { chapterNames, variantNames } from '../../../export/wording.ts';
import { saidIn } from '../../models/exporting/choiceWords.ts';
import { type ExportChoice, type ExportFormat, exportFormats } from '../../models/exporting/exportChoice.ts';
import type { Exports } from '../../models/exporting/exports.ts';
import { formatWords } from '../../models/exporting/formatWords.ts';
import { roundTitle } from '../../models/rounds/roundWords.ts';
import { dayOf } from '../../models/words/wordsInWords.ts';
import { Options } from '../parts/options.tsx';

interface Props {
  readonly exports: Exports;
  readonly choice: ExportChoice;
  readonly rounds: readonly NumberedRound[];
}

const paperNames: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'US Letter' };

export function ChoiceForm({ exports, choice, rounds }: Props) {
  const { format } = choice;
  const document = format !== 'json';
  return (
    <div class="export-form">
      <Options<ExportFormat>
        legend="As"
        name="export-format"
        chosen={format}
        options={exportFormats.map((id) => ({
          id,
          title: formatWords[id].name,
          ...(id === format ? { meaning: formatWords[id].hint } : {}),
        }))}
        onChoose={(chosen) => exports.change({ format: chosen })}
      />
      {document && <Moment exports={exports} choice={choice} rounds={rounds} />}
      {document && (
        <Options<Variant>
          legend="With"
          name="export-variant"
          chosen={choice.variant}
          options={variants.map((id) => ({
            id,
            title: id === 'annotated' ? `With ${saidIn(format)}` : variantNames[id],
          }))}
          onChoose={(variant) => exports.change({ variant })}
        />
      )}
      {(format === 'word' || format === 'pdf' || format === 'html') && (
        <Options<Paper>
          legend="Paper"
          name="export-paper"
          inTwo={true}
          chosen={choice.paper}
          options={papers.map((id) => ({ id, title: paperNames[id] }))}
          onChoose={(paper) => exports.change({ paper })}
        />
      )}
      {format === 'markdown' && (
        <Tick
          name="export-front-matter"
          words="With facts at the start, for static sites (front matter)"
          ticked={choice.withFrontMatter}
          onTick={(withFrontMatter) => exports.change({ withFrontMatter })}
        />
      )}
      {format === 'csv' && (
        <Tick
          name="export-bom"
          words="Marked as UTF-8, for Excel on Windows (BOM)"
          ticked={choice.withBom}
          onTick={(withBom) => exports.change({ withBom })}
        />
      )}
      {document && format !== 'csv' && (
        <fieldset class="export-ticks">
          <legend class="caption">What is in it</legend>
          {chapters.map((chapter) => (
            <Tick
              key={chapter}
              name={`export-chapter-${chapter}`}
              words={chapterNames[chapter]}
              ticked={!choice.without.includes(chapter)}
              onTick={(ticked) => exports.change({ without: withOrWithout(choice.without, chapter, ticked) })}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

const withOrWithout = (without: readonly Chapter[], chapter: Chapter, ticked: boolean): readonly Chapter[] =>
  ticked ? without.filter((one) => one !== chapter) : [...without, chapter];

function Moment({ exports, choice, rounds }: Props) {
  const listed = rounds.flatMap((round) => [round, ...round.beside]).toReversed();
  // A round that was chosen once may be one of another sheet.
  const known = choice.moment === 'now' || listed.some(({ hash }) => hash === choice.moment);
  return (
    <label class="field">
      <span class="caption">Of</span>
      <select
        class="select"
        data-testid="export-moment"
        value={choice.moment}
        onChange={({ currentTarget: { value } }) =>
          exports.change({ moment: listed.find(({ hash }) => hash === value)?.hash ?? 'now' })
        }
      >
        <option value="now">The sheet as it is now (draft)</option>
        {!known && <option value={choice.moment}>A round of another sheet</option>}
        {listed.map(({ hash, at }) => (
          <option key={hash} value={hash}>
            {roundTitle(rounds, hash)}, {dayOf(at)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TickProps {
  readonly name: string;
  readonly words: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

export function Tick({ name, words, ticked, onTick }: TickProps) {
  return (
    <label class="export-tick">
      <input
        type="checkbox"
        checked={ticked}
        data-testid={name}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <span dir="auto">{words}</span>
    </label>
  );
}
