import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';

/** One thing that can be chosen. */
export interface Choice {
  key: string;
  /** Everything by which it is found. */
  words: string;
  shown: ReactNode;
  /** Why it cannot be chosen; it stays in the list and says so. */
  why?: string | undefined;
}

const shownAtOnce = 60;

/** A search box over a list: type, arrow keys, Enter; Escape closes it. The pattern of a combobox with a list that is always open. */
export function SearchList({ label, placeholder, choices, onChoose, onClose, none, more }: {
  label: string; placeholder: string; choices: readonly Choice[]; onChoose: (key: string) => void; onClose: () => void; none: string; more: (count: number) => string;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    // Back to where the box was asked for; what is gone from the page cannot be gone back to.
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }, [before]);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  // What is called so comes before what only has to do with it.
  const called = (choice: Choice): boolean => choice.words.toLowerCase().startsWith(typed.trim().toLowerCase());
  const matching = choices.filter((choice) => words.every((word) => choice.words.toLowerCase().includes(word)));
  const all = [...matching.filter(called), ...matching.filter((choice) => !called(choice))];
  const found = all.slice(0, shownAtOnce);
  const current = found[Math.min(at, found.length - 1)];
  const choose = (choice: Choice | undefined) => choice && !choice.why && onChoose(choice.key);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      const next = (Math.min(at, found.length - 1) + step + found.length) % found.length;
      setAt(next);
      document.getElementById(`${id} ${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') choose(current);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="search-list" role="dialog" aria-label={label} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()} onKeyDown={onKeyDown}>
      <input
        // The box opens by a key in order to be typed into.
        ref={(input) => input?.focus({ preventScroll: true })}
        role="combobox" aria-expanded aria-controls={id} aria-activedescendant={current && `${id} ${found.indexOf(current)}`} aria-label={label} placeholder={placeholder} value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <ul id={id} role="listbox" aria-label={label}>
        {found.map((choice, i) => (
          <li key={choice.key} id={`${id} ${i}`} role="option" aria-selected={choice === current} aria-disabled={choice.why !== undefined} title={choice.why} onPointerDown={(event) => event.preventDefault()} onPointerMove={() => setAt(i)} onClick={() => choose(choice)}>
            {choice.shown}
            {choice === current && choice.why && <span className="search-why">{choice.why}</span>}
          </li>
        ))}
        {found.length === 0 && <li className="soft" role="presentation">{none}</li>}
        {all.length > found.length && <li className="soft" role="presentation">{more(all.length - found.length)}</li>}
      </ul>
    </div>
  );
}
