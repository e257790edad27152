import { checks } from '../../checks/index.ts';
import { nameSchema } from '../../steps/defineStep.ts';
import type { ServiceTask } from '../../steps/serviceTask.ts';
import { defineMapping } from '../defineMapping.ts';
import { idOf, textIn, type Element } from '../element.ts';
import { camelCase } from '../names.ts';

const checkUri = 'urn:shenpi:check:';

/** What other tools call the thing to run: a topic, a class, an expression. */
function calledFor(element: Element): string {
  const said = Object.entries(element.$attrs).find(([name]) => /:(topic|class|delegateExpression|expression|type)$/.test(name))?.[1];
  return typeof said === 'string' ? said : (textIn(element, 'name') ?? idOf(element));
}

/** A check is a service task whose implementation is the check's URI; what other tools run becomes a check still to be chosen. */
export const serviceTask = defineMapping<ServiceTask>({
  kind: 'serviceTask',
  also: {
    'bpmn:ScriptTask': { zh: '脚本不在本系统运行，按自动核验导入；请选择要运行的核验。', en: 'Scripts are not run here; it was imported as a service task: choose its check.' },
    'bpmn:SendTask': { zh: '发送任务按自动核验导入；请选择要运行的核验。', en: 'A send task was imported as a service task: choose its check.' },
  },
  reads: ['implementation', 'default'],
  claims: () => true,
  write: (step) => ({ implementation: `${checkUri}${step.check}` }),
  read(element) {
    const implementation = textIn(element, 'implementation') ?? '';
    const check = implementation.startsWith(checkUri) ? implementation.slice(checkUri.length) : '';
    return nameSchema.safeParse(check).success ? { check } : {};
  },
  supply(element, eye, said) {
    const check = said.check ?? camelCase(calledFor(element), 'check');
    if (!Object.hasOwn(checks, check)) eye.changed(element, `没有名为“${check}”的核验；请选择要运行的核验。`, `There is no check “${check}”; choose the check to run.`);
    return { check };
  },
});
