/** A step's own screen, in the place of the outline: the way back, its title, what it holds. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { takeFocus } from '../parts/takeFocus.ts';

interface Props {
  readonly sheet: SheetModel;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function StepFrame({ sheet, title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    takeFocus(heading.current);
    heading.current?.ownerDocument.documentElement.scrollTo(0, 0);
  }, []);
  const back = () => {
    sheet.step.value = null;
  };
  return (
    <section
      class="card step"
      data-testid="step"
      aria-labelledby="step-title"
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && !defaultPrevented) back();
      }}
    >
      <div class="card-top">
        <button type="button" class="link-button" data-testid="step-back" onClick={back}>
          ‹ Back
        </button>
      </div>
      <h2 ref={heading} id="step-title" class="h2 step-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
