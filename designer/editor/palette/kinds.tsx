import type { Look, StepBase } from '../../../model/steps/defineStep.ts';
import { stepKinds, type Step } from '../../../model/steps/index.ts';
import type { Text } from '../../../model/text.ts';
import { Glyph, isGlyph } from '../../theme/Glyph.tsx';

/** The kinds of step by shape, in the order of the registry. */
export const kindsByShape: { shape: Look<StepBase>['shape']; kinds: { kind: Step['kind']; title: Text }[] }[] = (['task', 'gateway', 'event', 'subProcess'] as const).map((shape) => ({
  shape,
  kinds: Object.values(stepKinds).filter((kind) => kind.look.shape === shape).map(({ kind, title }) => ({ kind, title })),
}));

/** The icon of a kind of step in the outline of its shape. */
export function KindIcon({ kind, size = 14 }: { kind: Step['kind']; size?: number }) {
  const { shape, icon } = stepKinds[kind].look;
  return <span className={`kind-icon is-${shape}`}><Glyph name={isGlyph(icon) ? icon : 'circle'} size={size} /></span>;
}
