import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { stepKinds } from '../../model/steps/index.ts';
import { Glyph } from '../theme/Glyph.tsx';
import type { StepData } from './stepData.ts';
import { stateGlyph, StepShape } from './StepShape.tsx';

/** What React Flow carries for a step. */
export type StepNode = Node<StepData, 'step'>;

/** What a step looks like: its BPMN shape, its name, and the mark of its state with an icon. */
export function StepBody({ data, width, height, selected, children }: { data: StepData; width: number; height: number; selected: boolean; children?: ReactNode }) {
  const { step, state } = data;
  const shape = stepKinds[step.kind].look.shape;
  const mark = state && stateGlyph[state];
  return (
    <div className={`step step-${shape} ${state ? `is-${state}` : data.stateName ? 'is-waiting' : ''} ${selected ? 'is-selected' : ''}`} title={data.hover} style={{ width, height, color: `var(--${step.stage}-ink)` }}>
      <svg width={width} height={height} aria-hidden="true">
        <StepShape step={step} width={width} height={height} state={state} />
      </svg>
      {shape === 'task' && (
        <div className={data.hosts ? 'step-words is-hosting' : 'step-words'}>
          <span className={data.long ? 'step-name is-long' : 'step-name'}>{data.title}</span>
          {data.summary && <span className="step-summary">{data.summary}</span>}
        </div>
      )}
      {shape === 'subProcess' && <div className="step-heading">{data.title}</div>}
      {data.label && (
        <div className="step-label" style={{ left: data.label.x, top: data.label.y, width: data.label.width, background: step.parent === undefined ? `var(--${step.stage}-tint)` : 'var(--canvas)' }}>
          {data.title}
        </div>
      )}
      {mark && <span className="step-mark"><Glyph name={mark} size={12} /></span>}
      {data.stateName && <span className="read-aloud">{data.stateName}</span>}
      {children}
    </div>
  );
}

/** A step on the canvas of a process that is only looked at. */
export const StepOnCanvas = memo(function StepOnCanvas({ data, width = 0, height = 0, selected }: NodeProps<StepNode>) {
  return (
    <StepBody data={data} width={width} height={height} selected={selected}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </StepBody>
  );
});
