/** One of the rounds' own screens: closing, looking at one, what changed. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Hash } from '../../../annotations/sha256.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import { momentTitle, roundThereTitle, roundTitle } from '../../models/rounds/roundWords.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { ChangesScreen } from './changes.tsx';
import { CloseRound } from './closeRound.tsx';
import { RoundScreen } from './round.tsx';
import type { RoundsScreenProps } from './roundsProps.ts';

export function RoundsScreen(props: RoundsScreenProps) {
  const { rounds, place } = props;
  const back = () => {
    rounds.at.value = { kind: 'list' };
  };
  if (place.kind === 'close')
    return (
      <Frame title={`Close round ${rounds.nextNumber.value}`} onBack={back}>
        <CloseRound {...props} onClose={back} />
      </Frame>
    );
  if (place.kind === 'round')
    return (
      <Frame key={place.hash} title={titleOf(rounds, place.hash)} onBack={back}>
        <RoundScreen {...props} hash={place.hash} />
      </Frame>
    );
  const title = `What changed: ${momentTitle(rounds.list.value, place.before)} → ${momentTitle(rounds.list.value, place.after)}`;
  return (
    <Frame title={title} onBack={back}>
      <ChangesScreen {...props} before={place.before} after={place.after} />
    </Frame>
  );
}

function titleOf({ list, there }: Rounds, hash: Hash): string {
  const elsewhere = there.list.value.find((one) => one.hash === hash);
  return elsewhere ? roundThereTitle(elsewhere.number) : roundTitle(list.value, hash);
}

interface FrameProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
}

function Frame({ title, onBack, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    takeFocus(heading.current);
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div class="card rounds-screen" data-testid="rounds-screen">
      <div class="card-top">
        <button type="button" class="link-button" data-testid="rounds-back" onClick={onBack}>
          ‹ Compare
        </button>
      </div>
      <h2 ref={heading} class="h2 step-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  );
}
