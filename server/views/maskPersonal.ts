import type { CaseState } from '../../model/case.ts';
import { caseSchema } from '../../model/caseSchema.ts';
import type { JsonSchema } from '../../model/form/jsonSchema.ts';
import { indexOf } from '../../model/processIndex.ts';
import type { Process } from '../../model/process.ts';
import { kindOf } from '../../model/steps/index.ts';
import type { Json, JsonObject } from '../../model/text.ts';
import type { TrailEntry } from '../../model/trail.ts';

type Data = CaseState['data'];

/** Case data with every personal field (`x-personal`) replaced by null, and where that was done. */
export function maskPersonal(process: Process, data: Data): { data: Data; masked: string[] } {
  const masked: string[] = [];
  const schema = caseSchema(process);
  const shown = mask(schema, data, '', masked);
  return { data: shown as Data, masked }; // masking an object gives an object
}

function mask(schema: JsonSchema | undefined, value: Json, pointer: string, masked: string[]): Json {
  if (schema?.['x-personal'] && value !== null) {
    masked.push(pointer);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => mask(schema?.items, item, `${pointer}/${index}`, masked));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mask(schema?.properties?.[name], inner, `${pointer}/${name}`, masked)]));
}

/** A trail in which personal fields are null wherever answers are told: at the start, when a task is done, when something is learnt. */
export function maskTrail(process: Process, trail: TrailEntry[]): TrailEntry[] {
  const schema = caseSchema(process);
  const hide = (step: string, value: Json) => mask(schema.properties?.[step], value, '', []);
  const stepOf = (task: string) => /([^/#]+)#[^/]*$/.exec(task)?.[1] ?? '';
  return trail.map(({ seq, event, facts }) => ({
    seq,
    event:
      event.event === 'caseStarted'
        ? { ...event, data: maskPersonal(process, event.data).data }
        : event.event === 'taskCompleted'
          ? { ...event, data: hide(stepOf(event.task), event.data) as JsonObject } // an object stays one
          : event.event === 'incidentResolved' && event.data
            ? { ...event, data: maskPersonal(process, event.data).data }
            : event,
    facts: facts.map((fact) => (fact.fact === 'learnt' ? { ...fact, data: hide(fact.step, fact.data) } : fact)),
  }));
}

/** A trail in which nobody reads how others answered a task for several persons before all have; one's own answers stay. */
export function withoutOpenVotes(process: Process, state: CaseState, trail: TrailEntry[], reader: string): TrailEntry[] {
  const open = state.tokens.filter((token) => {
    const step = indexOf(process).steps.get(token.step);
    return step && kindOf(step).shows !== undefined;
  });
  const secret = (task: string) => open.some((token) => task.startsWith(`${token.id}.`));
  return trail.map((entry) => {
    const { event } = entry;
    return event.event === 'taskCompleted' && event.actor.id !== reader && secret(event.task) ? { ...entry, event: { ...event, outcome: '', data: {} } } : entry;
  });
}
