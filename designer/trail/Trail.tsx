import { useTranslation } from 'react-i18next';
import type { Process } from '../../model/process.ts';
import type { TrailEntry } from '../../model/trail.ts';
import { momentWords } from '../language/moments.ts';
import { useText } from '../language/useText.ts';
import { actorOf, eventSentence } from './eventSentence.ts';
import { factSentence } from './factSentence.ts';

/** A case's story as sentences, newest first; each entry opens to the record itself. */
export function Trail({ process, entries }: { process: Process; entries: readonly TrailEntry[] }) {
  const { t } = useTranslation();
  const { text } = useText();
  if (entries.length === 0) return <p className="empty">{t('trail.empty')}</p>;
  return (
    <ol className="plain-list trail" reversed>
      {[...entries].reverse().map((entry) => (
        <li key={entry.seq}>
          <div className="trail-when figures">
            <span>{momentWords(entry.event.at)}</span>
            <span className="note">#{entry.seq} · {actorOf(entry.event) ?? t('trail.system')}</span>
          </div>
          <div>
            <div className="trail-event">{text(eventSentence(entry.event, process, entries))}</div>
            <ul>
              {entry.facts.flatMap((fact, index) => {
                const sentence = factSentence(fact, process);
                return sentence ? [<li key={index}>{text(sentence)}</li>] : [];
              })}
            </ul>
            <details>
              <summary className="note">{t('trail.record')}</summary>
              <pre className="mono">{JSON.stringify(entry, null, 2)}</pre>
            </details>
          </div>
        </li>
      ))}
    </ol>
  );
}
