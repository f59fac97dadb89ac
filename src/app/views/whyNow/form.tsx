/** Choosing why the role is needed now. Each choice is kept at once, in this browser only. */
import type { Choice } from '../../../annotations/whyNow/answer.ts';
import { horizons, situations } from '../../../workshop/whyNow/situations.ts';
import type { WhyNow } from '../../models/whyNow/whyNow.ts';
import { Options } from '../parts/options.tsx';
import { SavedTextField } from '../parts/textField.tsx';

interface Props {
  readonly part: WhyNow;
  readonly choice: Choice | null;
}

export function WhyNowForm({ part, choice }: Props) {
  return (
    <>
      <Options
        legend="What calls for this role here?"
        name="situation"
        options={situations}
        chosen={choice?.situation ?? null}
        onChoose={(situation) => part.choose({ situation })}
      >
        {choice?.situation === 'other' && (
          <SavedTextField
            label="Which situation? One line"
            value={choice.words}
            testid="situation-words"
            maxLength={500}
            onSave={(words) => part.choose({ words })}
          />
        )}
      </Options>
      <Options
        legend="How long will it take to make a difference?"
        name="horizon"
        options={horizons}
        chosen={choice?.horizon ?? null}
        onChoose={(horizon) => part.choose({ horizon })}
        inTwo
      >
        {choice?.horizon === 'other' && (
          <SavedTextField
            label="Until when, or until what?"
            value={choice.horizonWords}
            testid="horizon-words"
            maxLength={500}
            onSave={(horizonWords) => part.choose({ horizonWords })}
          />
        )}
      </Options>
      <SavedTextField
        label="The first sign of progress: what would you both see?"
        value={choice?.sign ?? ''}
        testid="first-sign"
        lines={2}
        maxLength={500}
        onSave={(sign) => part.choose({ sign })}
      />
    </>
  );
}
