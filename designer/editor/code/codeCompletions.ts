import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Process } from '../../../model/process.ts';
import { processJsonSchema } from '../../../model/processJsonSchema.ts';
import type { Text } from '../../../model/text.ts';
import type { Language } from '../../language/language.ts';

/** What of JSON Schema completion goes by. */
interface Known {
  type?: string;
  properties?: { [name: string]: Known };
  additionalProperties?: Known | boolean;
  items?: Known;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Known[];
  oneOf?: Known[];
  $ref?: string;
  $defs?: { [name: string]: Known };
  label?: Text;
  widget?: string;
}

const whole = processJsonSchema as Known; // JSON Schema, of which only the parts above are looked at

function resolved(schema: Known | undefined): Known | undefined {
  if (!schema?.$ref) return schema;
  const name = schema.$ref.replace(/^#\/\$defs\//, '');
  return schema.$ref === '#' ? whole : whole.$defs?.[name];
}

/** The forms a value may have here; of several, those that fit what the group already says of itself (`kind`, and whatever else is fixed). */
function formsOf(schema: Known | undefined, said: { [name: string]: unknown }): Known[] {
  const own = resolved(schema);
  if (!own) return [];
  const several = own.anyOf ?? own.oneOf;
  if (!several) return [own];
  const all = several.flatMap((each) => formsOf(each, said));
  const fitting = all.filter((each) => Object.entries(each.properties ?? {}).every(([name, inner]) => inner.const === undefined || said[name] === undefined || said[name] === inner.const));
  return fitting.length > 0 ? fitting : all;
}

type Tree = ReturnType<typeof syntaxTree>['topNode'];

const nameOf = (state: EditorState, property: Tree): string => {
  const name = property.getChild('PropertyName');
  return name ? state.sliceDoc(name.from + 1, name.to - 1) : '';
};

function saidBy(state: EditorState, group: Tree): { [name: string]: unknown } {
  const said: { [name: string]: unknown } = {};
  for (const property of group.getChildren('Property')) {
    const value = property.lastChild;
    if (value?.name === 'String') said[nameOf(state, property)] = state.sliceDoc(value.from + 1, value.to - 1);
    else said[nameOf(state, property)] ??= true;
  }
  return said;
}

/** The schemas of the value that a node of the JSON tree is. */
function schemasAt(state: EditorState, node: Tree): Known[] {
  const { parent } = node;
  const said = node.name === 'Object' ? saidBy(state, node) : {};
  if (!parent || parent.name === 'JsonText') return formsOf(whole, said);
  if (parent.name === 'Property') {
    const name = nameOf(state, parent);
    const group = parent.parent;
    if (!group) return [];
    return schemasAt(state, group).flatMap((schema) => {
      const inner = schema.properties?.[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
      return formsOf(inner, said);
    });
  }
  if (parent.name === 'Array') return schemasAt(state, parent).flatMap((schema) => formsOf(schema.items, said));
  return parent.name === 'Object' ? schemasAt(state, parent) : [];
}

const references: { [widget: string]: (process: Process) => { id: string; name: Text }[] } = {
  role: (process) => process.roles,
  form: (process) => process.forms,
  host: (process) => process.steps,
  container: (process) => process.steps,
};

/** Names in the process itself that stand for something elsewhere in it. */
const byName: { [property: string]: (process: Process) => { id: string; name: Text }[] } = {
  from: (process) => process.steps,
  to: (process) => process.steps,
  awardedBy: (process) => process.steps,
  declarationForm: (process) => process.forms,
};

/** What can be written where the cursor stands in the code of a process: names of members not yet there, values of a closed list, names of steps, roles and forms. */
export function codeCompletions({ state, pos, explicit }: Pick<CompletionContext, 'state' | 'pos' | 'explicit'>, process: Process, language: Language): CompletionResult | null {
  const node = syntaxTree(state).resolveInner(pos, -1);
  if (node.name === 'PropertyName' || node.name === 'Object' || (node.type.isError && node.parent?.name === 'Object')) {
    const group = node.name === 'Object' ? node : node.name === 'PropertyName' ? node.parent?.parent : node.parent;
    if (!group || (node.name !== 'PropertyName' && !explicit && state.sliceDoc(pos - 1, pos) !== '"')) return null;
    const said = saidBy(state, group);
    const named = node.name === 'PropertyName' ? { from: node.from, to: node.to } : { from: pos, to: pos };
    const own = node.name === 'PropertyName' ? state.sliceDoc(node.from + 1, node.to - 1) : '';
    const options = new Map<string, Completion>();
    for (const schema of schemasAt(state, group)) {
      for (const [name, inner] of Object.entries(schema.properties ?? {})) {
        if (name in said && name !== own) continue;
        options.set(name, { label: JSON.stringify(name), type: 'property', ...(inner.label ? { detail: inner.label[language] } : {}) });
      }
    }
    return options.size ? { from: named.from, to: named.to, options: [...options.values()] } : null;
  }
  const property = node.name === 'Property' ? node : node.parent?.name === 'Property' ? node.parent : undefined;
  const isValue = node.name === 'String' || node.name === 'True' || node.name === 'False' || node.name === 'Null' || node.name === 'Property' || node.type.isError;
  if (!property || !isValue) return null;
  const group = property.parent;
  if (!group) return null;
  const name = nameOf(state, property);
  const span = node.name === 'Property' || node.type.isError ? { from: pos, to: pos } : { from: node.from, to: node.to };
  const schemas = schemasAt(state, group).flatMap((schema) => formsOf(schema.properties?.[name], {}).map((form) => ({ ...schema.properties?.[name], ...form })));
  const values = new Map<string, Completion>();
  for (const schema of schemas) {
    for (const value of [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const]), ...(schema.type === 'boolean' ? [true, false] : [])]) values.set(JSON.stringify(value), { label: JSON.stringify(value), type: 'constant' });
    const found = references[schema.widget ?? '']?.(process) ?? [];
    for (const { id, name: words } of found) values.set(JSON.stringify(id), { label: JSON.stringify(id), type: 'variable', detail: words[language] });
  }
  if (schemas.length > 0) for (const { id, name: words } of byName[name]?.(process) ?? []) values.set(JSON.stringify(id), { label: JSON.stringify(id), type: 'variable', detail: words[language] });
  return values.size ? { from: span.from, to: span.to, options: [...values.values()] } : null;
}
