import { useTranslation } from 'react-i18next';
import { checks } from '../../../../model/checks/index.ts';
import { useText } from '../../../language/useText.ts';
import { Choice } from './Choice.tsx';
import { choices } from './names.ts';
import type { WidgetProps } from './widget.ts';

/** What is asked of the world, who answers, and what the answer brings. */
export function CheckWidget(props: WidgetProps) {
  const { t } = useTranslation();
  const { text, list } = useText();
  const check = typeof props.value === 'string' ? checks[props.value] : undefined;
  return (
    <div className="inspector-lines">
      <Choice {...props} options={choices['check']?.(props.process, props.step) ?? []} />
      {check && (
        <dl className="facts">
          <dt>{t('inspector.performer.label')}</dt>
          <dd>{t(`inspector.performer.${check.performer}`)}</dd>
          <dt>{t('inspector.answers')}</dt>
          <dd>
            {check.result.length === 0 ? t('inspector.answersNothing') : check.result.map(({ name, type, title }) => (
              <div key={name}>{text(title)} <span className="mono soft">{props.step.id}.{name}: {t(`inspector.type.${type}`)}</span></div>
            ))}
          </dd>
          <dt>{t('inspector.failures')}</dt>
          <dd className="mono">{list(['unreachable', ...check.failures])}</dd>
        </dl>
      )}
    </div>
  );
}
