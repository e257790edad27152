import { elementIn, elementsIn, textIn, type Element } from './element.ts';
import { calledInFile, type Notebook } from './notebook.ts';

/** What is understood of every element, and what stands for nothing by itself. */
const always = new Set(['id', 'name', 'extensionElements', 'incoming', 'outgoing', 'categoryValueRef', 'lanes', 'boundaryEventRefs', 'di']);

const isOwn = (type: string): boolean => type.startsWith('shenpi:');

function shown(value: unknown): string {
  return (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '…').slice(0, 80);
}

function propertyNames(element: Element): string[] {
  return (element.$descriptor.properties ?? []).filter((property) => !property.isVirtual).map((property) => property.name.replace(/^bpmn:/, ''));
}

function isSet(element: Element, property: string): boolean {
  if (!Object.hasOwn(element, property)) return false;
  const value = element[property];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/**
 * Lists everything an element says that was not read: standard properties nobody asked for (`reads` were), attributes and extension elements of other
 * tools, documentation with its text. So nothing of a file is lost in silence.
 */
export function noteUnread(element: Element, reads: readonly string[], notebook: Notebook): void {
  const known = new Set([...always, ...reads]);
  const called = calledInFile(element);
  const leftOut = (zh: string, en: string) => notebook.say('leftOut', element, `“${called}”的${zh}未导入。`, `Of “${called}”, ${en} was left out.`);
  for (const property of propertyNames(element)) {
    if (known.has(property) || !isSet(element, property)) continue;
    if (property === 'documentation') {
      for (const text of elementsIn(element, property)) leftOut(`说明文字“${textIn(text, 'text')?.slice(0, 200) ?? ''}”`, `the documentation “${textIn(text, 'text')?.slice(0, 200) ?? ''}”`);
    } else {
      const value = element[property];
      const inner = Array.isArray(value) ? elementsIn(element, property) : [elementIn(element, property) ?? element];
      const said = typeof value === 'object' ? inner.map((each) => each.$type).join(', ').slice(0, 120) : shown(value);
      leftOut(`“${property}”（${said}）`, `“${property}” (${said})`);
    }
  }
  for (const [name, value] of Object.entries(element.$attrs)) {
    if (/^xmlns(:|$)/.test(name) || name.endsWith(':schemaLocation')) continue;
    leftOut(`属性 ${name.slice(0, 60)}="${shown(value)}"`, `the attribute ${name.slice(0, 60)}="${shown(value)}"`);
  }
  for (const extension of elementsIn(elementIn(element, 'extensionElements'), 'values')) {
    if (!isOwn(extension.$type)) leftOut(`扩展“${extension.$type.slice(0, 60)}”`, `the extension “${extension.$type.slice(0, 60)}”`);
  }
}
