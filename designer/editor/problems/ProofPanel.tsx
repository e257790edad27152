import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../model/soundness/proveSound.ts';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Glyph } from '../../theme/Glyph.tsx';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { traceLayer } from './traceLayer.ts';

/** What was proved of all cases that the draft can have; each counterexample can be played on the canvas, step by step. */
export default function ProofPanel() {
  const { t } = useTranslation();
  const { text } = useText();
  const proof = useEditor((state) => state.proof);
  if (!proof) return <div><p className="soft" role="status">{t('design.proof.working')}</p><Bones rows={3} /></div>;
  const { verdict } = proof;
  return (
    <>
      <p className={verdict === 'sound' ? 'is-good' : verdict === 'unsound' ? 'is-error' : 'is-warning'}><Glyph name={verdict === 'sound' ? 'check' : verdict === 'unsound' ? 'error' : 'warning'} /> <strong>{t(`design.proof.${verdict}`)}</strong></p>
      <p className="note">{t('design.proof.markings', { count: proof.markings })}</p>
      {proof.findings.length > 0 && <h2>{t('design.proof.findings')}</h2>}
      {proof.findings.map((finding, i) => <FindingLine key={i} finding={finding} />)}
      {proof.limits.length > 0 && <h3>{t('design.proof.limits')}</h3>}
      <ul className="note">{proof.limits.map((limit, i) => <li key={i}>{text(limit)}</li>)}</ul>
    </>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const [at, setAt] = useState<number>();
  const { trace, where } = finding;
  useEffect(() => {
    if (at === undefined) return undefined;
    const { show, seek, select } = store.getState();
    const layer = traceLayer(trace, at);
    show(layer);
    const [step] = layer.focus;
    if (step !== undefined) {
      seek({ step });
      select([]);
    }
    announce(text(trace[at]?.what));
    return () => show(undefined);
  }, [at, trace, store, text]);
  return (
    <section className="finding">
      <p>{text(finding.message)}</p>
      <Button size="small" onClick={() => store.getState().seek(where)}>{t('design.proof.go')}</Button>{' '}
      {trace.length > 0 && at === undefined && <Button size="small" onClick={() => setAt(0)}>{t('design.proof.play')}</Button>}
      {at !== undefined && (
        <div role="group" aria-label={t('design.proof.play')}>
          <Button size="small" disabled={at === 0} onClick={() => setAt(at - 1)}>{t('design.proof.before')}</Button>{' '}
          <Button size="small" disabled={at >= trace.length - 1} onClick={() => setAt(at + 1)}>{t('design.proof.next')}</Button>{' '}
          <Button size="small" onClick={() => setAt(undefined)}>{t('design.proof.stop')}</Button>
          <p className="note">{t('design.proof.step', { at: at + 1, of: trace.length })}</p>
          <ol className="trace-steps">{trace.slice(0, at + 1).map((told, i) => <li key={i} aria-current={i === at ? 'step' : undefined}>{text(told.what)}</li>)}</ol>
        </div>
      )}
    </section>
  );
}
