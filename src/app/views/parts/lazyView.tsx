/** A screen whose code is loaded when it is first shown, so that the panel opens sooner. */
import { signal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';

/** `meanwhile`: what keeps its place. */
export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: (props: Props) => VNode | null = () => null,
): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  let loading = false;
  return function Lazy(props: Props) {
    const View = loaded.value;
    if (View) return <View {...props} />;
    if (!loading) {
      loading = true;
      load().then(
        (component) => {
          loaded.value = component;
        },
        // Shown again, it is asked for again: the connection may be back by then.
        () => {
          loading = false;
        },
      );
    }
    return meanwhile(props);
  };
}
