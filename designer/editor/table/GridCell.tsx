import { useState, type KeyboardEvent } from 'react';
import type { Text } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import type { CellPlace } from './tableEdits.ts';

/** One cell of the grid: looked at, or typed into. */
export function GridCell({ place, label, value, answers, active, disabled, fault, onActive, onKeyDown, onTyped, onLeft }: {
  place: CellPlace;
  /** Its row and column in words. */
  label: string;
  value: string;
  answers: boolean;
  active: boolean;
  disabled: boolean;
  fault: Text | undefined;
  onActive: () => void;
  /** Whether the grid made something of the key. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  /** What was typed, and how many rows further the person goes. */
  onTyped: (typed: string, further: number) => void;
  /** Nothing was changed. */
  onLeft: () => void;
}) {
  const { text } = useText();
  const [typed, setTyped] = useState<string>();
  const name = `${place.row} ${place.column}`;
  const said = fault && text(fault);
  const shared = { className: `${answers ? 'is-result ' : ''}mono${fault ? ' is-faulty' : ''}`, role: 'gridcell', 'aria-colindex': place.column + 2, 'aria-rowindex': place.row + 2 };
  if (typed !== undefined) {
    return (
      <td {...shared}>
        <input
          // The cell was focused; so is what takes its place.
          autoFocus
          aria-label={label}
          className="mono"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            setTyped(undefined);
            onTyped(typed, 0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') {
              event.stopPropagation();
              setTyped(undefined);
              onLeft();
            } else if (event.key === 'Enter') {
              event.preventDefault();
              setTyped(undefined);
              onTyped(typed, event.shiftKey ? -1 : 1);
            }
          }}
        />
      </td>
    );
  }
  return (
    <td
      {...shared}
      data-cell={name}
      tabIndex={active ? 0 : -1}
      aria-invalid={fault ? true : undefined}
      aria-description={said}
      aria-readonly={disabled || undefined}
      title={said}
      onFocus={onActive}
      onClick={(event) => event.currentTarget.focus()}
      onDoubleClick={() => !disabled && setTyped(value)}
      onKeyDown={(event) => {
        if (onKeyDown(event) || disabled) return;
        if (event.key === 'Enter' || event.key === 'F2') setTyped(value);
        else if (event.key === 'Delete' || event.key === 'Backspace') onTyped('', 0);
        else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) setTyped(event.key);
        else return;
        event.preventDefault();
      }}
    >
      {value}
    </td>
  );
}
