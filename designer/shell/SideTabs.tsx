import { useId, type KeyboardEvent, type ReactNode } from 'react';

/** Tabs that all stay in sight: where they do not fit beside each other they stand in rows, and none hides behind a menu. Arrow keys go from one to the next. */
export function SideTabs({ label, tabs, active, onActive, children }: { label: string; tabs: readonly { key: string; title: string }[]; active: string; onActive: (key: string) => void; children: ReactNode }) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ key }) => key === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onActive(next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="side-tabs" onKeyDown={onKeyDown}>
        {tabs.map(({ key, title }) => (
          <button key={key} type="button" role="tab" id={`${id}${key}`} data-key={key} aria-selected={key === active} aria-controls={`${id}panel`} tabIndex={key === active ? 0 : -1} onClick={() => onActive(key)}>{title}</button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${active}`}>{children}</div>
    </>
  );
}
