/** A button with an icon, as toolbars have them. */
import type { JSX } from 'preact';
import { Icon, type IconName } from '../icons.tsx';

interface ToolProps {
  readonly label: string;
  readonly icon: IconName;
  readonly testid?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

export function ToolButton({ label, icon, testid, pressed, disabled, onClick }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      data-testid={testid}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
