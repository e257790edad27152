import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Upload } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptScenario } from '../../../../model/api.ts';
import type { CalendarYear } from '../../../../model/calendar/calendarYear.ts';
import { playScenario } from '../../../../model/scenario/playScenario.ts';
import { scenarioSchema, type Scenario } from '../../../../model/scenario/scenario.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { useText } from '../../../language/useText.ts';
import { api } from '../../../session/api.ts';
import { sentenceOf } from '../../../session/refusals.ts';
import { announce } from '../../../shell/announce.ts';
import { Bones } from '../../../shell/Bones.tsx';
import { download } from '../../../shell/download.ts';
import { Failure } from '../../../shell/Failure.tsx';
import { Glyph } from '../../../theme/Glyph.tsx';
import { linesBefore } from './playLines.ts';
import { useRehearsal } from './useRehearsal.ts';

/** The saved rehearsals of the process, each played on the draft as it is: whether it holds, and where it does not. */
export function Scenarios() {
  const { t } = useTranslation();
  const { text } = useText();
  const process = useEditor((state) => state.history.process.id);
  const client = useQueryClient();
  const [notOne, setNotOne] = useState(false);
  const kept = useQuery({ queryKey: ['scenarios', process], queryFn: () => api.scenarios(process) });
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: api.calendars, staleTime: 60_000 });
  const take = useMutation({
    mutationFn: (scenario: Scenario) => api.putScenario(process, crypto.randomUUID(), scenario),
    onSuccess: async (_kept, scenario) => {
      announce(t('owner.rehearsal.imported', { name: text(scenario.name) }));
      await client.invalidateQueries({ queryKey: ['scenarios', process] });
    },
  });
  const failed = kept.isError ? kept : calendars.isError ? calendars : undefined;
  return (
    <section aria-labelledby="scenarios" className="stack">
      <div className="rehearsal-bar">
        <h2 id="scenarios" style={{ flex: 1, margin: 0 }}>{t('owner.rehearsal.scenarios')}</h2>
        <Upload
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={async (file) => {
            const scenario = readScenario(await file.text());
            setNotOne(!scenario);
            if (scenario) take.mutate(scenario);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button size="small">{t('owner.rehearsal.import')}</Button>
        </Upload>
      </div>
      {notOne && <Alert role="alert" type="error" showIcon title={t('owner.rehearsal.notAScenario')} />}
      {take.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(take.error))} />}
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {kept.isPending && <Bones />}
      {kept.data?.items.length === 0 && <p className="soft">{t('owner.rehearsal.noScenarios')}</p>}
      <ul className="plain-list stack">
        {calendars.data && kept.data?.items.map((item) => <ScenarioRow key={item.scenario} kept={item} calendars={calendars.data.items} />)}
      </ul>
    </section>
  );
}

function readScenario(json: string): Scenario | undefined {
  try {
    return scenarioSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined; // no JSON at all
  }
}

function ScenarioRow({ kept: { scenario: id, content }, calendars }: { kept: KeptScenario; calendars: CalendarYear[] }) {
  const { t } = useTranslation();
  const { text } = useText();
  const draft = useEditor((state) => state.history.process);
  const readOnly = useEditor((state) => state.readOnly);
  const play = useRehearsal((state) => state.play);
  const played = useMemo(() => playScenario(draft, content, calendars), [draft, content, calendars]);
  const client = useQueryClient();
  const name = text(content.name);
  const remove = useMutation({
    mutationFn: () => api.deleteScenario(draft.id, id),
    onSuccess: async () => {
      announce(t('owner.rehearsal.removed', { name }));
      await client.invalidateQueries({ queryKey: ['scenarios', draft.id] });
    },
  });
  const [fault] = played.faults;
  const show = () => {
    const told = fault && { zh: `情景在此处与预期不符：${fault.message.zh}`, en: `Here the scenario goes otherwise than expected: ${fault.message.en}` };
    play(draft, content.start, fault ? linesBefore(content, fault.at) : linesBefore(content), calendars, told);
  };
  return (
    <li className="card rehearsal-card">
      <div className="rehearsal-bar">
        <strong style={{ flex: 1 }}>{name}</strong>
        <span className="badge" style={{ color: fault ? 'var(--danger)' : 'var(--good)' }}>
          <Glyph name={fault ? 'cross' : 'check'} size={13} />
          {t(fault ? 'owner.rehearsal.broken' : 'owner.rehearsal.holds')}
        </span>
      </div>
      {fault && <p className="note">{fault.at < 0 ? t('owner.rehearsal.beginning') : t('owner.rehearsal.line', { line: fault.at + 1 })} · {text(fault.message)}</p>}
      <div className="rehearsal-bar">
        <Button size="small" onClick={show} aria-label={`${t('owner.rehearsal.show')}: ${name}`}>{t('owner.rehearsal.show')}</Button>
        <Button size="small" onClick={() => download(`${name}.json`, JSON.stringify(content, null, 2))} aria-label={`${t('owner.rehearsal.export')}: ${name}`}>{t('owner.rehearsal.export')}</Button>
        {!readOnly && (
          <Popconfirm title={t('owner.rehearsal.removeTitle', { name })} description={t('owner.rehearsal.removeWhat')} okText={t('owner.rehearsal.remove')} onConfirm={() => remove.mutate()}>
            <Button size="small" danger loading={remove.isPending} aria-label={`${t('owner.rehearsal.remove')}: ${name}`}>{t('owner.rehearsal.remove')}</Button>
          </Popconfirm>
        )}
      </div>
      {remove.isError && <Alert role="alert" type="error" showIcon title={text(sentenceOf(remove.error))} />}
    </li>
  );
}
