import { Drawer } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';
import { Bones } from '../../shell/Bones.tsx';
import { useEditor } from '../useEditor.ts';

const FormBuilder = lazy(() => import('./FormBuilder.tsx'));

/** A form of the open draft, opened to be built. */
export function FormDrawer({ form: id, onClose }: { form: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useText();
  const form = useEditor((state) => state.history.process.forms.find((candidate) => candidate.id === id));
  return (
    <Drawer open={form !== undefined} onClose={onClose} size="92vw" destroyOnHidden title={t('forms.title', { name: text(form?.name) })} closable={{ 'aria-label': t('close') }}>
      {form && <Suspense fallback={<Bones rows={8} />}><FormBuilder key={form.id} form={form} /></Suspense>}
    </Drawer>
  );
}
