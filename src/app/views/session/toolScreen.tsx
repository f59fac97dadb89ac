/** What a stage does with the sheet that is open: grouping, giving dots, walking through what is open. */
import type { StageTool } from '../../../workshop/stage.ts';
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';
import { SheetChoice } from '../found/sheetChoice.tsx';
import { DotsTool } from './dotsTool.tsx';
import { GroupTool } from './groupTool.tsx';
import { WalkTool } from './walkTool.tsx';

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
  readonly tool: StageTool;
}

export function ToolScreen({ workshop, live, tool }: Props) {
  const sheet = workshop.sheet.value;
  const view = sheet?.shared.value;
  if (!sheet || !view) return <p class="empty">There is no sheet on this board yet.</p>;
  const Tool = { group: GroupTool, dots: DotsTool, walk: WalkTool }[tool];
  return (
    <>
      <p class="eyebrow" dir="auto">
        {view.label}
      </p>
      {view.total === 0 ? (
        <p class="empty">There are no notes on this sheet yet.</p>
      ) : (
        <Tool key={sheet.id} sheet={sheet} view={view} live={live} />
      )}
      <SheetChoice workshop={workshop} sheet={sheet} />
    </>
  );
}
