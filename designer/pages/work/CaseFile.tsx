import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../session/api.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { Filed } from '../cases/Filed.tsx';

/** What was filed, beside the task that judges it; asked for when it is opened. */
export function CaseFile({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const view = useQuery({ queryKey: ['case', caseId], queryFn: () => api.case(caseId), enabled: open });
  const version = useQuery({
    queryKey: ['version', view.data?.process, view.data?.version],
    queryFn: () => api.version(view.data?.process ?? '', view.data?.version ?? 0),
    enabled: view.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const failed = view.isError ? view : version.isError ? version : undefined;
  return (
    <details className="case-file" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('task.file')}</summary>
      {failed ? <Failure error={failed.error} onRetry={() => void failed.refetch()} /> : view.data && version.data ? <div className="case-file-parts"><Filed view={view.data} process={version.data.process} /></div> : open && <Bones />}
    </details>
  );
}
