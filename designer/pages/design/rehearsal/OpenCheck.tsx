import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenQuestions } from '../../../../model/rehearsal/openQuestions.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { SchemaForm } from '../../../form/SchemaForm.tsx';
import { useText } from '../../../language/useText.ts';
import { answerForm } from './answerForm.ts';
import { useRehearsal } from './useRehearsal.ts';

/** One question to the world that waits: it is answered here, as usual, otherwise, or with a failure. */
export function OpenCheck({ rehearsal, open: { effect, step, check, request } }: { rehearsal: Rehearsal; open: OpenQuestions['checks'][number] }) {
  const { t } = useTranslation();
  const { text } = useText();
  const play = useRehearsal((state) => state.act);
  const [fails, setFails] = useState(false);
  const [usual] = useState(() => check.usual(rehearsal.process, rehearsal.state));
  const [answer, setAnswer] = useState(usual);
  const codes = [...check.failures, 'unreachable'];
  const [code, setCode] = useState(codes[0] ?? 'unreachable');
  const [schema] = useState(() => answerForm(check, usual));
  const id = `answer-${effect.replaceAll(/[^\w-]/g, '-')}`;
  return (
    <section className="card rehearsal-card" aria-label={text(step.name)}>
      <h3>{text(step.name)}</h3>
      <p className="soft">{text(check.title)}</p>
      <Radio.Group
        value={fails}
        aria-label={t('owner.rehearsal.answer')}
        onChange={(event) => setFails(event.target.value === true)}
        options={[{ value: false, label: t('owner.rehearsal.succeeds') }, { value: true, label: t('owner.rehearsal.fails') }]}
      />
      {fails ? (
        <Select aria-label={t('owner.rehearsal.code')} style={{ width: '100%' }} value={code} options={codes.map((value) => ({ value, label: value }))} onChange={setCode} />
      ) : (
        Object.keys(schema.properties ?? {}).length > 0 && (
          <details className="rehearsal-form">
            <summary>{t('owner.rehearsal.editAnswer')}</summary>
            <SchemaForm id={id} schema={schema} answers={answer} faults={[]} onChange={(changed) => setAnswer({ ...answer, ...changed })} />
          </details>
        )
      )}
      <details>
        <summary className="note">{t('owner.rehearsal.request')}</summary>
        <pre className="mono" tabIndex={0}>{JSON.stringify(request, null, 2)}</pre>
      </details>
      <div className="rehearsal-bar">
        <Button size="small" onClick={() => play({ line: 'answer', check: check.check, step: step.id, answer: fails ? { fails: code } : { succeeds: answer } })}>{t('owner.rehearsal.tell')}</Button>
      </div>
    </section>
  );
}
