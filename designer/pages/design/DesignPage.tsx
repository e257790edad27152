import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Account, Draft } from '../../../model/api.ts';
import { DraftContext, useDraftSync } from '../../editor/draft/useDraft.ts';
import { createEditorStore } from '../../editor/editorStore.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { hasRole, useSession } from '../../session/useSession.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { useTitle } from '../useTitle.ts';
import { DesignFrame } from './DesignFrame.tsx';

/** The process designer: the draft of one process, or its latest version where there is none. */
export default function DesignPage() {
  const { id = '' } = useParams();
  const { text } = useText();
  const account = useSession().data?.account;
  // Once it is open the draft is the editor's; what others save meanwhile comes another way.
  const draft = useQuery({ queryKey: ['draft', id], queryFn: () => api.draft(id), staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });
  useTitle(text(draft.data?.process.name));
  if (draft.isError) return <Failure error={draft.error} onRetry={() => void draft.refetch()} />;
  if (draft.isPending || !account) return <Bones rows={8} />;
  return <OpenDraft key={id} draft={draft.data} account={account} />;
}

function OpenDraft({ draft, account }: { draft: Draft; account: Account }) {
  const [store] = useState(() => createEditorStore(draft.process, { readOnly: !hasRole(account, 'processOwner') }));
  const keeper = useDraftSync(store, draft, account.id);
  return (
    <EditorContext value={store}>
      <DraftContext value={keeper}>
        <ReactFlowProvider>
          <DesignFrame />
        </ReactFlowProvider>
      </DraftContext>
    </EditorContext>
  );
}
