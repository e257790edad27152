import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Process } from '../../../model/process.ts';
import { createEditorStore } from '../../editor/editorStore.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { useTitle } from '../useTitle.ts';
import { DesignFrame } from './DesignFrame.tsx';

/** The process designer: one draft of one process, begun from its latest version. */
export default function DesignPage() {
  const { id = '' } = useParams();
  const { text } = useText();
  const version = useQuery({ queryKey: ['version', id, 'latest'], queryFn: () => api.version(id, 'latest') });
  useTitle(text(version.data?.process.name));
  if (version.isPending) return <Bones rows={8} />;
  if (version.isError) return <Failure error={version.error} onRetry={() => void version.refetch()} />;
  return <OpenDraft key={id} process={version.data.process} />;
}

function OpenDraft({ process }: { process: Process }) {
  const [store] = useState(() => createEditorStore(process));
  return (
    <EditorContext value={store}>
      <ReactFlowProvider>
        <DesignFrame />
      </ReactFlowProvider>
    </EditorContext>
  );
}
