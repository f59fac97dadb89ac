/** A remark's words, with the people it names by the names they have now. */
import type { Remark } from '../../../annotations/desk.ts';
import { partsOf } from '../../../annotations/spokenTo.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import '../styles/talking.css';

export function MentionText({ remark, view }: { readonly remark: Remark; readonly view: SheetView }) {
  return (
    <>
      {partsOf(remark.text, remark.mentions).map((part, index) => {
        if (typeof part === 'string') return part;
        const name = view.participants.find(({ user }) => user === part.user)?.name || part.name;
        // A name may stand in a text more than once.
        const key = `${index}${part.user}`;
        return (
          <bdi key={key} class={part.user === view.me.user ? 'mention mention-me' : 'mention'}>
            @{name}
          </bdi>
        );
      })}
    </>
  );
}
