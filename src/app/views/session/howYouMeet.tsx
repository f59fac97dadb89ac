/** The format of a session: one of three with minutes of its own, or the minutes that people have. */
import { agendaMinutes } from '../../../workshop/session/agenda.ts';
import { sessionMinutes } from '../../../workshop/session/fitAgenda.ts';
import type { Session } from '../../../workshop/session/session.ts';
import { type Format, formats } from '../../../workshop/stage.ts';
import type { SettingUp } from '../../models/session/settingUp.ts';
import { Options } from '../parts/options.tsx';
import { formatWords } from './stageWords.ts';

interface Props {
  readonly session: Session;
  readonly setUp: SettingUp;
}

const inOwnTime = {
  id: 'own',
  title: 'In a time of your own',
  meaning: 'Say how many minutes you have; the agenda is fitted to them',
} as const;

export function HowYouMeet({ session, setUp }: Props) {
  const { minutes } = setUp.plan.value;
  const total = agendaMinutes(session.agenda);
  return (
    <Options<Format | 'own'>
      legend="How do you meet?"
      name="set-up-format"
      options={[...formats.map((format) => ({ id: format, ...formatWords[format] })), inOwnTime]}
      chosen={minutes === null ? session.format : inOwnTime.id}
      onChoose={(chosen) => (chosen === 'own' ? setUp.fit(total) : void setUp.choose({ format: chosen }))}
    >
      {minutes !== null && (
        <label class="field">
          <span class="caption">Minutes in all</span>
          <input
            class="input"
            type="number"
            inputMode="numeric"
            min={sessionMinutes.least}
            max={sessionMinutes.most}
            data-testid="set-up-minutes"
            value={total}
            onChange={({ currentTarget }) => {
              if (Number.isFinite(currentTarget.valueAsNumber)) setUp.fit(currentTarget.valueAsNumber);
              // What was not taken, or not as it was typed, does not stay in the field.
              currentTarget.value = `${agendaMinutes(session.agenda)}`;
            }}
          />
          <span class="hint">
            The stages are those of “{formatWords[session.format].title}”, each with its share. Change any of
            them under <i>Agenda</i>.
          </span>
        </label>
      )}
    </Options>
  );
}
