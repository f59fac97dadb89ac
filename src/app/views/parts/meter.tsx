/** How much is agreed: a bar with its figure in words. Never a score of a person. */
interface Props {
  readonly label: string;
  readonly agreed: number;
  readonly total: number;
  readonly colour?: string;
}

export function Meter({ label, agreed, total, colour }: Props) {
  const share = total === 0 ? 0 : agreed / total;
  return (
    <div class="meter" data-testid="meter">
      <span class="meter-label">
        {colour && <span class="chip" style={{ background: colour }} />}
        {label}
      </span>
      <span class="meter-figure">{total === 0 ? 'no notes yet' : `${agreed} of ${total} agreed`}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> can't be drawn alike in all browsers. */}
      <div
        class="meter-bar"
        role="meter"
        aria-label={`${label}: notes agreed`}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={agreed}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
