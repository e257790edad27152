import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Account, MeasureView } from '../../../model/api.ts';
import { pointerKeys } from '../../../model/form/fieldLabel.ts';
import { askedAnswers, hiddenFields } from '../../../model/form/hiddenFields.ts';
import { validateForm } from '../../../model/form/validateForm.ts';
import type { JsonObject } from '../../../model/text.ts';
import { focusFault } from '../../form/focusFault.ts';
import { SchemaForm } from '../../form/SchemaForm.tsx';
import { useDraft } from '../../form/useDraft.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { fieldFaults, Refused, sentenceOf } from '../../session/refusals.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { StageBar } from '../cases/StageBar.tsx';
import { Answers } from '../work/Answers.tsx';
import { ApplicantFields } from './ApplicantFields.tsx';
import { DocumentUploads, uploadsIn } from './DocumentUploads.tsx';
import { questionGroups } from './questionGroups.ts';

const section = (draft: JsonObject, name: string): JsonObject => {
  const value = draft[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
};
const textIn = (part: JsonObject, name: string): string => {
  const value = part[name];
  return typeof value === 'string' ? value : '';
};

const declaring = new Map([['declaration', 'now'] as const]);

// Asked once, on the first page, and put into the form from there.
const ofApplicant = ['applicantName', 'creditCode'];

/** One declaration from the applicant's name to its submission; every keystroke is kept in this browser. */
export function Declaration({ account, view }: { account: Account; view: MeasureView }) {
  const { t } = useTranslation();
  const { text, list } = useText();
  const navigate = useNavigate();
  const schema = view.declarationForm.schema;
  const groups = useMemo(() => questionGroups(schema, ofApplicant), [schema]);
  const draft = useDraft(`shenpi.draft.declaration.${account.id}.${view.number}`, {
    applicant: { creditCode: account.applicant ?? '', name: account.applicant ? account.name.zh : '' },
  });
  const [page, setPage] = useState(0);
  const [tried, setTried] = useState<number[]>([]);
  const applicant = section(draft.answers, 'applicant');
  const name = textIn(applicant, 'name').trim();
  const creditCode = textIn(applicant, 'creditCode').trim();
  const known = Object.fromEntries(Object.entries({ applicantName: name, creditCode }).filter(([field, value]) => value !== '' && schema.properties?.[field] !== undefined));
  const answers = askedAnswers(schema, { ...section(draft.answers, 'answers'), ...known });
  const uploads = uploadsIn(draft.answers['uploads']);
  const overrideReason = textIn(applicant, 'overrideReason').trim();
  const missing = view.measure.documents.filter((document) => document.required && !uploads.some((upload) => upload.kind === document.id));
  const submit = useMutation({
    mutationFn: () =>
      api.declare({
        measure: view.number,
        applicant: { creditCode, name },
        declaration: answers,
        documents: uploads.map((upload) => upload.document),
        ...(overrideReason ? { creditCodeOverride: { reason: overrideReason } } : {}),
      }),
    onSuccess: async (made) => {
      draft.forget();
      await navigate(`/cases/${encodeURIComponent(made.case)}`);
    },
  });
  const fromDoor = fieldFaults(submit.error);
  const doorFaults = fromDoor.filter((fault) => fault.pointer.startsWith('/declaration/')).map((fault) => ({ ...fault, pointer: fault.pointer.slice('/declaration'.length) }));
  const last = groups.length + 2;
  const group = groups[page - 1];
  const ofGroup = (pointer: string) => group?.fields.includes(pointerKeys(pointer)[0] ?? '') ?? false;
  // A clerk who saw the licence may let a code pass; the door judges that.
  const allFaults = validateForm(schema, answers).filter((fault) => !(overrideReason && fault.pointer === '/creditCode'));
  const groupFaults = tried.includes(page) ? allFaults.filter((fault) => ofGroup(fault.pointer)) : [];
  const hidden = hiddenFields(schema, answers);
  const applicantDone = name !== '' && creditCode !== '' && (overrideReason !== '' || !allFaults.some((fault) => fault.pointer === '/creditCode'));
  const formId = `declare-${view.number}`;
  // Each page is read from its top: the focus goes to its heading.
  const heading = useRef<HTMLHeadingElement>(null);
  const shownPage = useRef(page);
  useEffect(() => {
    if (shownPage.current !== page) heading.current?.focus();
    shownPage.current = page;
  }, [page]);
  const onward = () => {
    setTried([...tried, page]);
    const here = group ? allFaults.filter((fault) => ofGroup(fault.pointer)) : [];
    if (here.length > 0) focusFault(formId, here);
    else if (page > 0 || applicantDone) setPage(page + 1);
    else document.getElementById(name === '' && creditCode !== '' ? 'applicant-name' : 'applicant-creditCode')?.focus();
  };
  const titles = [t('declare.applicant'), ...groups.map((_, index) => t('declare.questions', { part: index + 1, of: groups.length })), t('declare.documents'), t('declare.check')];
  return (
    <div className="stack" style={{ maxWidth: 960, margin: '0 auto' }}>
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1>{view.number} {text(view.name)}</h1>
        <Link to="/declare">{t('declare.other')}</Link>
      </div>
      <StageBar states={declaring} />
      <div className="declare-steps"><Steps size="small" current={page} items={titles.map((title) => ({ title }))} onChange={(to) => to < page && setPage(to)} /></div>
      <p className="declare-short soft">{titles[page]}（{page + 1}/{titles.length}）</p>
      {draft.found && page === 0 && <Alert type="info" showIcon title={t('declare.draftFound')} action={<Button size="small" onClick={draft.forget}>{t('declare.draftForget')}</Button>} />}
      {submit.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(submit.error))} description={submit.error instanceof Refused && fromDoor.length > 0 ? <ul>{fromDoor.map((fault) => <li key={fault.pointer}>{text(fault.message)}</li>)}</ul> : undefined} />}
      <section className="card" aria-labelledby="declare-part">
        <h2 id="declare-part" ref={heading} tabIndex={-1}>{titles[page]}</h2>
        {page === 0 && <ApplicantFields account={account} applicant={applicant} tried={tried.includes(0)} onChange={(next) => draft.keep({ ...draft.answers, applicant: next })} />}
        {group?.fields.every((field) => hidden.has(field)) && <p>{t('forms.nothingAsked')}</p>}
        {group && (
          <SchemaForm
            key={page}
            id={formId}
            schema={group.schema}
            answers={Object.fromEntries(group.fields.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])))}
            others={answers}
            // An answer here may leave questions of later pages unasked.
            onChange={(part) => draft.keep({ ...draft.answers, answers: askedAnswers(schema, { ...Object.fromEntries(Object.entries(answers).filter(([name]) => !group.fields.includes(name))), ...part }) })}
            faults={groupFaults.length ? groupFaults : doorFaults.filter((fault) => ofGroup(fault.pointer))}
          />
        )}
        {page === last - 1 && <DocumentUploads measure={view.measure} uploads={uploads} onChange={(next) => draft.keep({ ...draft.answers, uploads: next.map((upload) => ({ ...upload })) })} />}
        {page === last && (
          <div className="stack">
            <Answers schema={schema} answers={answers} />
            <p style={{ margin: 0 }}>{t('declare.documentCount', { count: uploads.length })}</p>
            {allFaults.length > 0 && <div className="failure" role="alert"><p>{t('form.faults', { count: allFaults.length })}</p><ul>{allFaults.map((fault) => <li key={fault.pointer}>{text(fault.message)}</li>)}</ul></div>}
            {missing.length > 0 && <p className="note" style={{ color: 'var(--warn)' }}>{t('declare.missing', { names: list(missing.map((document) => text(document.name))) })}</p>}
          </div>
        )}
        <div style={{ display: 'flex', gap: 8, marginTop: 16 }}>
          {page > 0 && <Button onClick={() => setPage(page - 1)}>{t('declare.back')}</Button>}
          {page < last && <Button type="primary" onClick={onward}>{t('declare.next')}</Button>}
          {page === last && <ActButton type="primary" why={allFaults.length > 0 ? t('declare.notYet', { count: allFaults.length }) : applicantDone ? undefined : t('declare.noApplicant')} loading={submit.isPending} onClick={() => submit.mutate()}>{t('declare.submit')}</ActButton>}
        </div>
        <p className="note" style={{ marginBottom: 0 }}>{t('declare.kept')}</p>
      </section>
    </div>
  );
}
