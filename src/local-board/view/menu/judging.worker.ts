/** Judges predicates of custom actions away from the page: a pattern that takes for ever holds up nobody here. */
import { judge } from '../../host/actions/predicate.ts';

type Predicates = Parameters<typeof judge>;

globalThis.addEventListener('message', ({ data }: MessageEvent<{ call: number; asked: Predicates }>) => {
  globalThis.postMessage({ call: data.call, meant: judge(...data.asked) });
});
