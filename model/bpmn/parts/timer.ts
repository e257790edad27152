import { waitSchema, type Wait } from '../../steps/period.ts';
import type { Eye, Pen } from '../defineMapping.ts';
import { definitionIn, elementIn, textIn, type Element } from '../element.ts';
import { feelLanguage, readExpression } from './feel.ts';

/** Whether an event waits for time and for nothing else. */
export function hasTimer(element: Element): boolean {
  return definitionIn(element)?.$type === 'bpmn:TimerEventDefinition';
}

/** A wait as BPMN can say it: working days, which it does not know, come out as days; the exact wait is kept beside. */
export function writeTimer(wait: Wait, pen: Pen): Element[] {
  const plain = (body: string) => pen.make('bpmn:FormalExpression', { body });
  const feel = (body: string) => pen.make('bpmn:FormalExpression', { body, language: feelLanguage });
  const timer = (properties: { [property: string]: Element }) => [pen.make('bpmn:TimerEventDefinition', properties)];
  if ('duration' in wait) return timer({ timeDuration: plain(wait.duration) });
  if ('date' in wait) return timer({ timeDate: feel(wait.date) });
  return timer({ timeDuration: typeof wait.workingDays === 'number' ? plain(`P${wait.workingDays}D`) : feel(`duration("P" + string(${wait.workingDays}) + "D")`) });
}

/** What a timer of any tool says, as far as we can wait so. */
export function readTimer(element: Element): Wait | undefined {
  const definition = definitionIn(element);
  const duration = textIn(elementIn(definition, 'timeDuration'), 'body')?.trim().replace(/^P(\d{1,3})W$/, (_whole, weeks: string) => `P${Number(weeks) * 7}D`);
  if (duration !== undefined) return known({ duration: duration.replace(/^="?(.*?)"?$/, '$1').replace(/^duration\("(.*)"\)$/, '$1') });
  const date = readExpression(elementIn(definition, 'timeDate'));
  if (!date) return undefined;
  const day = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(date.text.trim())?.[1];
  return known({ date: day !== undefined && date.language !== 'feel' ? `date("${day}")` : date.text }, date.language === 'other');
}

function known(wait: Wait, foreign = false): Wait | undefined {
  return !foreign && waitSchema.safeParse(wait).success ? wait : undefined;
}

/** A wait for a timer that we cannot read: a day, said to the reader. */
export function supplyTimer(element: Element, eye: Eye): Wait {
  const definition = definitionIn(element);
  const said = ['timeDuration', 'timeDate', 'timeCycle'].flatMap((part) => textIn(elementIn(definition, part), 'body') ?? []).join(' ');
  eye.changed(element, `定时“${said}”无法照办，暂定为 1 天；请填写等待的期限。`, `The time “${said}” cannot be kept and stands as 1 day for now; fill in how long to wait.`);
  return { duration: 'P1D' };
}
