/** What just happened and what can be done about it; announced, and gone at a click. */
import type { NoticeContent } from '../../models/notice.ts';

export function Notice({ notice, onClose }: { notice: NoticeContent | null; onClose: () => void }) {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice && (
        <div class={notice.tone === 'warn' ? 'notice notice-warn' : 'notice'} data-testid="notice">
          <p>{notice.message}</p>
          {notice.action && (
            <button
              type="button"
              class="link-button"
              onClick={() => {
                notice.action?.run();
                onClose();
              }}
            >
              {notice.action.word}
            </button>
          )}
          <button type="button" class="icon-button" aria-label="Close this message" onClick={onClose}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
