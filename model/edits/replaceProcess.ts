import { z } from 'zod';
import { processSchema, type Process } from '../process.ts';
import { textSchema, type Text } from '../text.ts';
import { defineEdit } from './defineEdit.ts';
import { malformed } from './malformed.ts';

/** The whole process as it shall be, and what led to it: the code view, an import, a colleague's draft taken over. */
export interface ReplaceProcess {
  edit: 'replaceProcess';
  to: Process;
  why: Text;
}

/** Puts another process in the place of this one; it is taken as it is, and nothing follows by itself. */
export const replaceProcess = defineEdit<ReplaceProcess>({
  edit: 'replaceProcess',
  title: { zh: '替换流程', en: 'Replace the process' },
  fields: z.strictObject({ edit: z.literal('replaceProcess'), to: processSchema, why: textSchema }),
  name: (_process, { why }) => why,
  allowed(process, { to }) {
    if (to.id !== process.id) return { zh: `这是流程“${to.id}”，不能替换“${process.id}”。`, en: `This is the process “${to.id}”, which cannot take the place of “${process.id}”.` };
    return malformed(processSchema, to, { zh: '流程', en: 'The process' });
  },
  apply: (process, { to }) => (JSON.stringify(to) === JSON.stringify(process) ? process : to),
  whole: true,
});
