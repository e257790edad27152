import type { ReactNode } from 'react';

/** One part of a page's side, which can be folded away. */
export function Part({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <details className="card" open>
      <summary><strong>{title}</strong>{count !== undefined && <span className="soft"> ({count})</span>}</summary>
      <div style={{ marginTop: 8 }}>{children}</div>
    </details>
  );
}
