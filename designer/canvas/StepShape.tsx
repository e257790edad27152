import { stepKinds } from '../../model/steps/index.ts';
import { GlyphParts, isGlyph, type GlyphName } from '../theme/Glyph.tsx';
import type { DrawnStep } from './diagram.ts';
import type { StepState } from './layer.ts';

/** The drawing that stands for a state, beside its word. */
export const stateGlyph: { [state in StepState]: GlyphName | undefined } = {
  waiting: undefined,
  active: undefined,
  done: 'check',
  notRequired: 'dash',
  returned: 'returned',
  suspended: 'pause',
  overdue: 'clock',
  added: 'plus',
  removed: 'cross',
  changed: 'pencil',
  moved: 'move',
};

// These speak louder than the stage; icon and word say the same.
const ownInk: { [state in StepState]?: string } = { overdue: 'var(--danger)', added: 'var(--good)', removed: 'var(--danger)', changed: 'var(--warn)', moved: 'var(--accent)' };

/** The BPMN outline of a step, from the origin, in the ink of its stage; used by the canvas and by the thumbnail. */
export function StepShape({ step, width, height, state, plain = false }: { step: DrawnStep; width: number; height: number; state?: StepState | undefined; plain?: boolean }) {
  const look = stepKinds[step.kind].look;
  const icon: GlyphName = isGlyph(look.icon) ? look.icon : 'circle';
  const filled = state === 'active' || state === 'overdue';
  const ink = (state && ownInk[state]) ?? `var(--${step.stage}-ink)`;
  // In the small picture there is no room for a check mark: what is done is half filled there.
  const done = plain ? `color-mix(in srgb, ${ink} 55%, var(--surface))` : `var(--${step.stage}-tint)`;
  const fill = filled ? ink : state === 'done' ? done : 'var(--surface)';
  const dashes = state === 'notRequired' || state === 'removed' ? (plain ? '2 2' : '5 4') : undefined;
  const outline = { stroke: state === 'notRequired' ? 'var(--line)' : ink, strokeWidth: state && state in ownInk ? 2.5 : 1.5, fill, strokeDasharray: dashes, vectorEffect: plain ? ('non-scaling-stroke' as const) : undefined };
  const inner = filled ? 'var(--surface)' : ink;
  if (look.shape === 'event') {
    const r = width / 2;
    const broken = step.interrupting === false ? '4 3' : undefined;
    return (
      <g style={{ color: inner }}>
        <circle cx={r} cy={r} r={r - 1} {...outline} strokeWidth={look.ring === 'thick' ? 3 : 1.5} strokeDasharray={broken ?? dashes} />
        {look.ring === 'double' && <circle cx={r} cy={r} r={r - 4.5} fill="none" stroke={inner} strokeWidth="1.5" strokeDasharray={broken} />}
        {!plain && <g transform={`translate(${r - 8} ${r - 8})`}><GlyphParts name={icon} /></g>}
      </g>
    );
  }
  if (look.shape === 'gateway') {
    const middle = width / 2;
    return (
      <g style={{ color: inner }}>
        <path d={`M${middle} 1L${width - 1} ${middle}L${middle} ${height - 1}L1 ${middle}Z`} {...outline} strokeLinejoin="round" />
        <g transform={`translate(${middle - 8} ${middle - 8})`}><GlyphParts name={icon} /></g>
      </g>
    );
  }
  return (
    <g style={{ color: inner }}>
      <rect x="0.75" y="0.75" width={width - 1.5} height={height - 1.5} rx="10" {...outline} fill={look.shape === 'subProcess' ? 'var(--canvas)' : fill} />
      {!plain && look.shape === 'task' && <g transform="translate(8 8)"><GlyphParts name={icon} /></g>}
    </g>
  );
}
