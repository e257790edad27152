import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PublishedVersion } from '../../../../model/process.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Glyph } from '../../../theme/Glyph.tsx';
import { Differences } from './Differences.tsx';
import { useSince } from './useSince.ts';

/** The last point of the checklist: what the draft would change. */
export function ChangesSince({ before }: { before: PublishedVersion | undefined }) {
  const { t } = useTranslation();
  const draft = useEditor((state) => state.history.process);
  const since = useSince(before?.process, draft);
  return (
    <li>
      <span className="soft"><Glyph name="pencil" size={14} /></span>
      {!before || !since ? <div>{t('owner.compare.neverPublished')}</div> : since.all.length === 0 ? <div>{t('owner.compare.nothingSince', { version: before.version })}</div> : (
        <details>
          <summary>{t('owner.compare.changesSince', { count: since.all.length, version: before.version })}</summary>
          <Differences differences={since.all} level={4} />
          <Link to={`/processes/${draft.id}/compare?before=${before.version}&after=draft`}>{t('owner.compare.page')}</Link>
        </details>
      )}
    </li>
  );
}
