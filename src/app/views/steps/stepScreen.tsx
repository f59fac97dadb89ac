/** Which step's screen to show. Each is loaded when it is first opened. */
import type { ComponentType } from 'preact';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { type StepId, stepTitles } from '../../models/steps/steps.ts';
import { lazyView } from '../parts/lazyView.tsx';
import { StepFrame } from './stepFrame.tsx';

export interface StepProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

const screens: Partial<Record<StepId, ComponentType<StepProps>>> = {
  shelf: lazyView(async () => (await import('../shelf/shelfScreen.tsx')).ShelfScreen),
  'bring-in': lazyView(async () => (await import('../bringIn/bringInScreen.tsx')).BringInScreen),
  'word-back': lazyView(async () => (await import('../wordBack/wordBackScreen.tsx')).WordBackScreen),
  themes: lazyView(async () => (await import('../themes/themesScreen.tsx')).ThemesScreen),
  drafts: lazyView(async () => (await import('../noteDrafts/screen.tsx')).NoteDraftsScreen),
  ours: lazyView(async () => (await import('../ours/oursScreen.tsx')).OursScreen),
  lens: lazyView(async () => (await import('../lens/lensScreen.tsx')).LensScreen),
  altitude: lazyView(async () => (await import('../altitude/altitude.tsx')).AltitudeScreen),
  'why-now': lazyView(async () => (await import('../whyNow/whyNow.tsx')).WhyNowScreen),
  place: lazyView(async () => (await import('../place/placeScreen.tsx')).PlaceScreen),
};

export function StepScreen({ step, sheet, view }: StepProps & { readonly step: StepId }) {
  const Screen = screens[step];
  return (
    <StepFrame key={step} sheet={sheet} title={stepTitles[step]}>
      {Screen && <Screen sheet={sheet} view={view} />}
    </StepFrame>
  );
}
