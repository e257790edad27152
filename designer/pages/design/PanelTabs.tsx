import { Suspense, useId, useRef, type KeyboardEvent } from 'react';
import { useText } from '../../language/useText.ts';
import { Bones } from '../../shell/Bones.tsx';
import { ErrorBoundary } from '../../shell/ErrorBoundary.tsx';
import { panels } from './panels.tsx';

/**
 * The tabs beside the canvas, and the panel that is open. Ours, because the kit's hides what has no room behind a button that stands where only tabs
 * may, and shows no way to it by the arrow keys; these break into a second line.
 */
export function PanelTabs({ open, onOpen, label }: { open: string; onOpen: (key: string) => void; label: string }) {
  const { text } = useText();
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const at = Math.max(0, panels.findIndex(({ key }) => key === open));
  const go = (place: number) => {
    const next = panels[(place + panels.length) % panels.length];
    if (!next) return;
    onOpen(next.key);
    bar.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panels.length - 1 }[event.key];
    if (place === undefined) return;
    go(place);
    event.preventDefault();
    event.stopPropagation();
  };
  const Panel = panels[at]?.Panel;
  return (
    <>
      <div ref={bar} role="tablist" aria-label={label} className="panel-tabs" onKeyDown={onKeyDown}>
        {panels.map(({ key, title }, place) => (
          <button key={key} type="button" role="tab" id={`${id} ${key}`} data-key={key} aria-selected={place === at} aria-controls={`${id} panel`} tabIndex={place === at ? 0 : -1} onClick={() => onOpen(key)}>{text(title)}</button>
        ))}
      </div>
      <div key={open} role="tabpanel" id={`${id} panel`} aria-labelledby={`${id} ${panels[at]?.key ?? ''}`} className="panel-open">
        {Panel && <ErrorBoundary><Suspense fallback={<Bones />}><Panel /></Suspense></ErrorBoundary>}
      </div>
    </>
  );
}
