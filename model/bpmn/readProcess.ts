import { z } from 'zod';
import { measureSchema, type Measure } from '../measure.ts';
import { flowSchema, formSchema, roleSchema, stageSchema, type Flow, type Process } from '../process.ts';
import { nameSchema, stageIds } from '../steps/defineStep.ts';
import { stepSchema, type Step } from '../steps/index.ts';
import { textSchema } from '../text.ts';
import { idOf, textIn, type Element } from './element.ts';
import { nameOfFile, type Notebook } from './notebook.ts';
import { ownFields, ownPartsIn, ownValue, settle } from './ownPart.ts';
import { plainName } from './plainText.ts';

/** What a process has beside its steps and flows, with what we kept of their order and of what no drawing holds. */
export interface ProcessFrame {
  rest: Omit<Process, 'steps' | 'flows'>;
  order: { steps: string[]; flows: string[] };
  beside: { steps: Step[]; flows: Flow[] };
  /** Whether the file was written by us. */
  own: boolean;
}

const stageNames = [
  { zh: '申报', en: 'Declaration' },
  { zh: '初审', en: 'Preliminary review' },
  { zh: '现场核查', en: 'On-site check' },
  { zh: '公示', en: 'Publicity' },
  { zh: '拨付', en: 'Disbursement' },
];

/** The measure of a process that came from elsewhere: switched off, and nothing is paid under it. */
const blankMeasure: Measure = {
  number: 'X99',
  aspect: 1,
  aspectName: { zh: '待填写', en: 'To be filled in' },
  summary: { zh: '由 BPMN 文件导入，尚未填写。', en: 'Imported from a BPMN file, not filled in yet.' },
  opinions: [],
  onSite: 'replaced',
  expertReview: 'none',
  specialAudit: 'none',
  documents: [],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: { type: 'lumpSum', base: 'declaration.amountFen', lumpSumFen: 0, capFen: 0, capPeriod: 'case', roundingFen: 1, instalmentsBp: [10_000], origin: 'assumed', sources: [] },
  figures: [],
  enabled: false,
};

const blank: Omit<Process, 'steps' | 'flows'> = {
  id: 'imported',
  name: { zh: '导入的流程', en: 'Imported process' },
  stages: stageIds.map((id, index) => ({ id, name: stageNames[index] ?? { zh: id, en: id } })),
  roles: [],
  forms: [{ id: 'declaration', name: { zh: '申报表', en: 'Declaration' }, schema: { type: 'object', properties: {} } }],
  declarationForm: 'declaration',
  separation: [],
  firstDayCounts: true,
  measure: blankMeasure,
};

const idSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/);
const ids = z.array(z.string()).max(10_000);
const keptSchema = z.object({
  id: idSchema.optional(),
  name: textSchema.optional(),
  stages: z.array(stageSchema).max(5),
  roles: z.array(roleSchema).max(50),
  declarationForm: nameSchema,
  separation: z.array(z.array(nameSchema).min(2)).max(20),
  firstDayCounts: z.boolean(),
  awardedBy: nameSchema.optional(),
  order: z.object({ steps: ids.optional(), flows: ids.optional() }).optional(),
  beside: z.object({ steps: z.array(stepSchema), flows: z.array(flowSchema) }).optional(),
});

/** Reads what a process is beside its drawing: as we wrote it, else as in the process that it comes into, else blank and noted. */
export function readFrame(process: Element, into: Process | undefined, notebook: Notebook): ProcessFrame {
  const attribute = textIn(process, 'name') ?? '';
  const said = nameOfFile(attribute);
  const [part] = ownPartsIn(process, 'shenpi:Process');
  const kept = keptSchema.safeParse(ownValue(part));
  const measure = measureSchema.safeParse(ownValue(ownPartsIn(process, 'shenpi:Measure')[0]));
  const forms = ownPartsIn(process, 'shenpi:Form').map((each) => formSchema.safeParse(ownFields(each)));
  if (part && kept.success && measure.success && forms.length <= 200) {
    const { id, name, order, beside, ...rest } = kept.data;
    const { fields, taken } = settle(name ? { name } : {}, said ? { name: said } : {}, name ? { name: nameOfFile(plainName(name.zh)) } : {});
    if (taken.length > 0) notebook.say('changed', process, '流程的名称在别的工具中改过，以文件为准。', 'The name of the process was changed in another tool; the file counts.', { field: 'name' });
    const readName = textSchema.safeParse(fields['name']);
    if (forms.some((form) => !form.success)) notebook.say('leftOut', process, '有表单的数据已损坏，未导入。', 'The data of a form are damaged; it was left out.');
    const fileId = idSchema.safeParse(idOf(process));
    return {
      rest: { ...rest, id: id ?? (fileId.success ? fileId.data : blank.id), name: readName.success ? readName.data : blank.name, forms: forms.flatMap((form) => (form.success ? [form.data] : [])), measure: measure.data },
      order: { steps: order?.steps ?? [], flows: order?.flows ?? [] },
      beside: { steps: beside?.steps ?? [], flows: beside?.flows ?? [] },
      own: true,
    };
  }
  if (part) notebook.say('leftOut', process, '流程的扩展数据已损坏，只导入标准部分。', 'The data kept beside the process are damaged; only the standard part was imported.');
  if (into) {
    const { steps: _steps, flows: _flows, ...rest } = into;
    return { rest, order: { steps: [], flows: [] }, beside: { steps: [], flows: [] }, own: false };
  }
  notebook.say('assumed', process, '文件里没有措施、表单和职责分离的数据，暂按空白处理；请填写。', 'The file has no measure, forms or separation of duties; they stand blank: fill them in.');
  const fileId = idOf(process).replace(/[^A-Za-z0-9-]+/g, '-').replace(/^[^A-Za-z]+/, '').slice(0, 40);
  const id = idSchema.safeParse(fileId).success ? fileId : blank.id;
  if (id !== idOf(process)) notebook.say('changed', process, `流程的标识“${idOf(process)}”改为“${id}”。`, `The identifier “${idOf(process)}” of the process became “${id}”.`);
  return { rest: { ...blank, id, name: said ?? blank.name }, order: { steps: [], flows: [] }, beside: { steps: [], flows: [] }, own: false };
}
