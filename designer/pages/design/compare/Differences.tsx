import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../../model/compare/index.ts';
import { stateGlyph } from '../../../canvas/StepShape.tsx';
import { useText } from '../../../language/useText.ts';
import { Glyph } from '../../../theme/Glyph.tsx';
import './compare.css';
import { groupOf, groups } from './compareLayer.ts';

/** Differences as sentences, by the part of the process they are about; arrow keys go from one to the next. */
export function Differences({ differences, chosen, onChoose, level = 3 }: { differences: readonly Difference[]; chosen?: Difference | undefined; onChoose?: (difference: Difference) => void; level?: 3 | 4 }) {
  const { t } = useTranslation();
  const { text } = useText();
  const list = useRef<HTMLDivElement>(null);
  const Heading = `h${level}` as const;
  const ordered = groups.flatMap((group) => differences.filter((difference) => groupOf(difference) === group));
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !onChoose) return;
    event.preventDefault();
    const next = ordered[Math.min(Math.max((chosen ? ordered.indexOf(chosen) : -1) + by, 0), ordered.length - 1)];
    if (!next) return;
    onChoose(next);
    list.current?.querySelectorAll<HTMLElement>('button')[ordered.indexOf(next)]?.focus();
  };
  if (differences.length === 0) return <p className="empty">{t('owner.compare.same')}</p>;
  return (
    <div ref={list} className="differences" role="group" aria-label={t('owner.compare.list')} onKeyDown={onKeyDown}>
      {groups.map((group) => {
        const own = ordered.filter((difference) => groupOf(difference) === group);
        return own.length > 0 && (
          <section key={group}>
            <Heading>{t(`owner.compare.group.${group}`)} <span className="soft">({own.length})</span></Heading>
            <ul className="plain-list">
              {own.map((difference, index) => {
                const glyph = stateGlyph[difference.change];
                const said = (
                  <>
                    <span className={`difference-mark is-${difference.change}`}>
                      {glyph && <Glyph name={glyph} size={12} />}
                      {t(`state.${difference.change}`)}
                    </span>
                    <span>{text(difference.message)}</span>
                  </>
                );
                return <li key={index}>{onChoose ? <button type="button" aria-current={difference === chosen} onClick={() => onChoose(difference)}>{said}</button> : <div>{said}</div>}</li>;
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
