import { useTranslation } from 'react-i18next';
import type { Process } from '../../model/process.ts';
import { stageIds } from '../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../model/steps/index.ts';
import { useText } from '../language/useText.ts';
import { Glyph, isGlyph } from '../theme/Glyph.tsx';
import type { Layer } from './layer.ts';
import { processMarks } from './processMarks.ts';
import { stateGlyph } from './StepShape.tsx';

/** The diagram in words: every step by stage, with its state; a click selects it as on the canvas. */
export function Outline({ process, layer, selected, onSelect }: { process: Process; layer?: Layer | undefined; selected?: string | undefined; onSelect: (step: string) => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const marks = layer?.marks ?? processMarks(process);
  const xOf = (step: Step): number => step.position.x + (process.steps.find((candidate) => candidate.id === step.parent)?.position.x ?? 0);
  return (
    <nav className="outline" aria-label={t('canvas.outline')}>
      {stageIds.map((stage) => {
        const steps = process.steps.filter((step) => step.stage === stage).sort((a, b) => xOf(a) - xOf(b));
        if (steps.length === 0) return null;
        return (
          <section key={stage}>
            <h3 style={{ color: `var(--${stage}-ink)` }}>
              <Glyph name={stage} />
              {text(process.stages.find((candidate) => candidate.id === stage)?.name) || t(`stage.${stage}`)}
            </h3>
            <ol>
              {steps.map((step) => {
                const mark = marks.get(step.id);
                const icon = kindOf(step).look.icon;
                const glyph = (mark && stateGlyph[mark.state]) ?? (isGlyph(icon) ? icon : 'circle');
                return (
                  <li key={step.id}>
                    <button type="button" aria-current={selected === step.id} onClick={() => onSelect(step.id)}>
                      <span style={{ color: mark?.state === 'overdue' ? 'var(--danger)' : `var(--${stage}-ink)` }}><Glyph name={glyph} size={13} /></span>
                      <span>
                        {text(step.name)}
                        {mark && <span className="soft">（{t(`state.${mark.state}`)}）</span>}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ol>
          </section>
        );
      })}
    </nav>
  );
}
