import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOf } from '../../../model/processIndex.ts';
import { kindOf } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { Glyph } from '../../theme/Glyph.tsx';
import { KindIcon } from '../palette/kinds.tsx';
import { FaultBadge } from '../problems/FaultBadge.tsx';
import { useFaults } from '../problems/useFaults.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { OutlineActions } from './OutlineActions.tsx';
import { outlineOf, type OutlineLine } from './outlineOf.ts';

/** The draft as a tree, to be edited by keyboard and screen reader alone: what is chosen here is selected on the canvas, and every command acts on it. */
export default function OutlinePanel() {
  const { t } = useTranslation();
  const { text, list } = useText();
  const store = useEditorStore();
  const process = useEditor((state) => state.history.process);
  const selection = useEditor((state) => state.selection);
  const faults = useFaults();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => outlineOf(process, closed), [process, closed]);
  const [stage, setStage] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef({ letters: '', at: 0 });
  const chosen = new Set(selection);
  const current = lines.find((line) => line.id === (selection.at(-1) ?? stage)) ?? lines[0];

  useEffect(() => {
    if (tree.current?.contains(document.activeElement)) tree.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [current?.id, lines]);

  const go = (line: OutlineLine | undefined, extend = false) => {
    if (!line) return;
    setStage(line.step ? undefined : line.id);
    if (!line.step) store.getState().select([]);
    else if (extend) store.getState().select([...selection.filter((id) => id !== line.id), line.id]);
    else store.getState().seek({ step: line.id });
  };
  const open = (line: OutlineLine, yes: boolean) => setClosed((before) => {
    const after = new Set(before);
    if (yes) after.delete(line.id);
    else after.add(line.id);
    return after;
  });
  // Changes places with the neighbour before or after it: the order here is the order on the canvas.
  const swap = (line: OutlineLine, by: number) => {
    const siblings = lines.filter((other) => other.parent === line.parent && other.level === line.level);
    const other = siblings[siblings.indexOf(line) + by]?.step;
    if (!line.step || !other || kindOf(other).attachedTo) return;
    store.getState().perform({ edit: 'moveSteps', moves: [{ step: line.id, ...other.position }, { step: other.id, ...line.step.position }] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const at = lines.indexOf(current);
    const parent = lines.find((line) => line.id === current.parent);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) swap(current, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'ArrowDown') go(lines[at + 1], event.shiftKey);
    else if (event.key === 'ArrowUp') go(lines[at - 1], event.shiftKey);
    else if (event.key === 'Home') go(lines[0]);
    else if (event.key === 'End') go(lines.at(-1));
    else if (event.key === 'ArrowRight') {
      if (current.opens && closed.has(current.id)) open(current, true);
      else if (current.opens) go(lines[at + 1]);
    } else if (event.key === 'ArrowLeft') {
      if (current.opens && !closed.has(current.id)) open(current, false);
      else go(parent);
    } else if (event.key === '*') setClosed(new Set());
    else if (event.key === 'Enter') {
      if (current.step) store.getState().seek({ step: current.id, field: 'name' });
      else open(current, closed.has(current.id));
    } else if (event.key === ' ' && current.step) store.getState().select(chosen.has(current.id) && selection.length > 1 ? selection.filter((id) => id !== current.id) : [...selection.filter((id) => id !== current.id), current.id]);
    // Letters go to the next line that begins so; those that are commands stay commands.
    else if (event.key.length === 1 && /[^\s/+\-=0-9]/.test(event.key) && !['c', 'd'].includes(event.key)) {
      const now = event.timeStamp;
      typed.current = { letters: now - typed.current.at < 700 ? typed.current.letters + event.key.toLowerCase() : event.key.toLowerCase(), at: now };
      const named = (line: OutlineLine) => (line.step ? text(line.step.name) : t(`stage.${line.stage}`)).toLowerCase().startsWith(typed.current.letters);
      go([...lines.slice(at + (typed.current.letters.length > 1 ? 0 : 1)), ...lines.slice(0, at)].find(named));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const goesTo = useMemo(() => {
    const { outgoing, steps } = indexOf(process);
    return (id: string) => (outgoing.get(id) ?? []).map((flow) => text(steps.get(flow.to)?.name)).filter(Boolean);
  }, [process, text]);
  return (
    <>
      <OutlineActions />
      <p className="note">{t('design.outlineKeys')}</p>
      <div ref={tree} role="tree" aria-label={t('canvas.outline')} aria-multiselectable className="draft-outline" onKeyDown={onKeyDown}>
        {lines.map((line) => {
          const fault = faults.get(line.id);
          const to = line.step ? goesTo(line.id) : [];
          return (
            <div
              key={line.id} role="treeitem" tabIndex={line === current ? 0 : -1} aria-level={line.level} aria-posinset={line.place} aria-setsize={line.of} aria-selected={chosen.has(line.id)} aria-expanded={line.opens ? !closed.has(line.id) : undefined}
              style={{ paddingInlineStart: 4 + (line.level - 1) * 14 }}
              onClick={(event) => go(line, event.shiftKey || event.ctrlKey || event.metaKey)}
              onDoubleClick={() => line.step && store.getState().seek({ step: line.id, field: 'name' })}
            >
              <span className="outline-twist" aria-hidden="true" onClick={(event) => {
                event.stopPropagation();
                open(line, closed.has(line.id));
              }}>{line.opens ? (closed.has(line.id) ? '▸' : '▾') : ''}</span>
              <LineWords line={line} name={line.step ? text(line.step.name) : text(process.stages.find(({ id }) => id === line.stage)?.name) || t(`stage.${line.stage}`)} kind={line.step && text(kindOf(line.step).title)} to={to.length > 0 ? t('design.goesTo', { names: list(to) }) : ''} />
              {fault && <FaultBadge faults={fault} />}
            </div>
          );
        })}
      </div>
    </>
  );
}

const LineWords = memo(function LineWords({ line, name, kind, to }: { line: OutlineLine; name: string; kind: string | undefined; to: string }) {
  const { language } = useText();
  return (
    <>
      <span style={{ color: `var(--${line.stage}-ink)` }}>{line.step ? <KindIcon kind={line.step.kind} size={13} /> : <Glyph name={line.stage} />}</span>
      <span className={line.step ? '' : 'outline-stage'}>{name}</span>
      <span className="read-aloud">{[kind, to].filter(Boolean).join(language === 'zh' ? '；' : '; ')}</span>
    </>
  );
});
