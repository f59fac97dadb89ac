/** Why a note is there, below it in the document. */
import type { Why } from '../annotations/clarity/clarity.ts';
import { clarityQuestions } from '../workshop/clarity/questions.ts';
import type { Detail } from './document.ts';
import * as say from './wording.ts';

/** What the engineer answered is the note's; what others add is told with their names. */
export const whyDetails = (whys: readonly Why[]): readonly Detail[] =>
  whys.flatMap(({ person, isEngineers, answers }) =>
    clarityQuestions.flatMap(({ id, label }): Detail[] => {
      const words = answers.get(id);
      if (words === undefined) return [];
      return [
        isEngineers
          ? { name: label, words }
          : { name: `${label}, adds ${say.withRole(person)}`, words, said: true },
      ];
    }),
  );
