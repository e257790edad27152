import { align, distribute, type Line } from '../../../model/edits/align.ts';
import { allowed, type Edit } from '../../../model/edits/index.ts';
import { copy, readClip, type Clip } from '../../../model/edits/clip.ts';
import type { Process } from '../../../model/process.ts';
import { indexOf } from '../../../model/processIndex.ts';
import { kindOf } from '../../../model/steps/index.ts';
import type { Text } from '../../../model/text.ts';
import type { Gestures } from '../canvas/gestures.ts';
import type { EditorState, EditorStore } from '../editorStore.ts';
import { addingToSelection } from '../palette/placing.ts';

/** What a command needs beside the draft. */
export interface CommandTools {
  store: EditorStore;
  gestures: Gestures;
  view: { whole(): void; closer(): void; further(): void; selected(): void };
  /** Tells a sentence to people who listen. */
  say(sentence: Text): void;
  clipboard: { write(content: string): Promise<void>; read(): Promise<string> };
}

/** Something that can be asked for by a button, a menu or a key. */
export interface Command {
  key: CommandKey;
  /** As pressed: `Ctrl+Shift+G`. On a Mac Ctrl is the command key. */
  shortcut: string;
  /** Why it cannot be done now; absent where it can. */
  why?(state: EditorState): Text | undefined;
  run(tools: CommandTools): void;
}

/** The names of all commands; their words stand in the language files. */
export type CommandKey =
  | 'undo' | 'redo' | 'copy' | 'cut' | 'paste' | 'duplicate' | 'remove' | 'selectAll' | 'group' | 'ungroup' | 'connect' | 'makeDefault' | 'find' | 'quickAdd' | 'inspect'
  | 'alignLeft' | 'alignCentre' | 'alignRight' | 'alignTop' | 'alignMiddle' | 'alignBottom' | 'distributeAcross' | 'distributeDown' | 'whole' | 'toSelected' | 'closer' | 'further';

const nothing: Text = { zh: '请先选中步骤。', en: 'Select steps first.' };
const several: Text = { zh: '请先选中两个以上的步骤。', en: 'Select two or more steps first.' };
const nothingPast: Text = { zh: '没有可撤销的修改。', en: 'There is nothing to undo.' };
const nothingFuture: Text = { zh: '没有可重做的修改。', en: 'There is nothing to redo.' };
const noChoice: Text = { zh: '请先选中一条从选择网关发出的流向。', en: 'Select a flow that leaves a gateway which chooses.' };

/** The selected steps, and the selected flows. */
export function selected({ history: { process }, selection }: Pick<EditorState, 'history' | 'selection'>): { steps: string[]; flows: string[] } {
  const { steps } = indexOf(process);
  return { steps: selection.filter((id) => steps.has(id)), flows: selection.filter((id) => !steps.has(id)) };
}

const someSteps = (state: EditorState): Text | undefined => (selected(state).steps.length === 0 ? nothing : undefined);

function removal(state: EditorState): Edit {
  const { steps, flows } = selected(state);
  return { edit: 'removeElements', steps, flows, bridge: true };
}

/** The steps of a clip that lands are selected, wherever it came from. */
function pasteClip({ store }: CommandTools, clip: Clip, dx: number, dy: number): void {
  const { process } = store.getState().history;
  const before = new Set(process.steps.map((step) => step.id));
  if (!store.getState().perform({ edit: 'paste', clip, x: dx, y: dy })) return;
  const fresh = store.getState().history.process.steps.filter((step) => !before.has(step.id) && (step.parent === undefined || before.has(step.parent)));
  store.getState().select(fresh.map((step) => step.id));
}

/** Pastes what lies on the clipboard as text below what is selected, or says why it is no clip. */
export function pasteText(tools: CommandTools, content: string): void {
  const read = readClip(content);
  if ('fault' in read) return tools.say(read.fault);
  const { x, y } = below(tools.store.getState());
  pasteClip(tools, read.clip, x, y);
}

function below(state: EditorState): { x: number; y: number } {
  const { process } = state.history;
  const chosen = new Set(selected(state).steps);
  const places = process.steps.filter((step) => (chosen.size === 0 ? step.parent === undefined : chosen.has(step.id))).map((step) => step.position);
  if (places.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...places.map(({ x }) => x)) + 40, y: Math.max(...places.map(({ y }) => y)) + 104 };
}

/** The selected steps as the text that goes on the clipboard. */
export function clipText(state: EditorState): string {
  return JSON.stringify(copy(state.history.process, selected(state).steps));
}

function aligning(key: CommandKey, shortcut: string, edit: (process: Process, ids: string[]) => Edit | undefined): Command {
  return {
    key,
    shortcut,
    why: (state) => (selected(state).steps.length < 2 ? several : undefined),
    run: ({ store }) => {
      const made = edit(store.getState().history.process, selected(store.getState()).steps);
      if (made) store.getState().perform(made);
    },
  };
}
const onLine = (key: CommandKey, shortcut: string, line: Line): Command => aligning(key, shortcut, (process, ids) => align(process, ids, line));

function chosenFlow(state: EditorState): { edit: Edit } | undefined {
  const { process } = state.history;
  const { steps, flows: [only, ...others] } = selected(state);
  const flow = process.flows.find((item) => item.id === only);
  const source = flow && indexOf(process).steps.get(flow.from);
  if (!flow || !source || others.length > 0 || steps.length > 0 || kindOf(source).split === 'all') return undefined;
  const { condition: _condition, isDefault, ...rest } = flow;
  return { edit: { edit: 'changeFlow', flow: flow.id, to: isDefault ? rest : { ...rest, isDefault: true } } };
}

/** Every command of the editor, in the order of the help. */
export const commands: readonly Command[] = [
  { key: 'undo', shortcut: 'Ctrl+Z', why: ({ history }) => (history.past.length === 0 ? nothingPast : undefined), run: ({ store }) => store.getState().undo() },
  { key: 'redo', shortcut: 'Ctrl+Shift+Z', why: ({ history }) => (history.future.length === 0 ? nothingFuture : undefined), run: ({ store }) => store.getState().redo() },
  { key: 'copy', shortcut: 'Ctrl+C', why: someSteps, run: ({ store, clipboard }) => void clipboard.write(clipText(store.getState())) },
  {
    key: 'cut', shortcut: 'Ctrl+X', why: someSteps,
    run: ({ store, clipboard }) => {
      const state = store.getState();
      void clipboard.write(clipText(state)).then(() => state.perform(removal(state)));
    },
  },
  { key: 'paste', shortcut: 'Ctrl+V', run: (tools) => void tools.clipboard.read().then((content) => pasteText(tools, content), () => tools.say({ zh: '浏览器不允许读取剪贴板；请按 Ctrl+V 粘贴。', en: 'The browser does not allow reading the clipboard; press Ctrl+V to paste.' })) },
  {
    key: 'duplicate', shortcut: 'Ctrl+D', why: someSteps,
    run: (tools) => {
      const state = tools.store.getState();
      const { x, y } = below(state);
      pasteClip(tools, copy(state.history.process, selected(state).steps), x, y);
    },
  },
  { key: 'remove', shortcut: 'Delete', why: (state) => allowed(state.history.process, removal(state)), run: ({ store }) => store.getState().perform(removal(store.getState())) },
  { key: 'selectAll', shortcut: 'Ctrl+A', run: ({ store }) => store.getState().select(store.getState().history.process.steps.map((step) => step.id)) },
  {
    key: 'group', shortcut: 'Ctrl+G', why: (state) => allowed(state.history.process, grouping(state)),
    run: ({ store }) => {
      const before = new Set(store.getState().history.process.steps.map((step) => step.id));
      if (!store.getState().perform(grouping(store.getState()))) return;
      const made = store.getState().history.process.steps.find((step) => !before.has(step.id) && kindOf(step).contains);
      if (made) store.getState().select([made.id]);
    },
  },
  { key: 'ungroup', shortcut: 'Ctrl+Shift+G', why: (state) => allowed(state.history.process, { edit: 'ungroup', step: state.selection[0] ?? '' }), run: ({ store }) => store.getState().perform({ edit: 'ungroup', step: store.getState().selection[0] ?? '' }) },
  { key: 'connect', shortcut: 'C', why: (state) => (selected(state).steps.length === 1 ? undefined : { zh: '请先选中一个步骤。', en: 'Select one step first.' }), run: ({ gestures }) => gestures.setState({ finding: 'connect' }) },
  { key: 'makeDefault', shortcut: 'D', why: (state) => (chosenFlow(state) ? undefined : noChoice), run: ({ store }) => {
    const chosen = chosenFlow(store.getState());
    if (chosen) store.getState().perform(chosen.edit);
  } },
  { key: 'find', shortcut: 'Ctrl+F', run: ({ gestures }) => gestures.setState({ finding: 'go' }) },
  { key: 'quickAdd', shortcut: '/', run: ({ store, gestures }) => gestures.setState({ quickAdd: addingToSelection(store.getState().history.process, store.getState().selection) }) },
  { key: 'inspect', shortcut: 'F2', why: ({ selection }) => (selection.length === 0 ? nothing : undefined), run: ({ store }) => {
    const { steps: [step], flows: [flow] } = selected(store.getState());
    if (step !== undefined) store.getState().seek({ step, field: 'name' });
    else if (flow !== undefined) store.getState().seek({ flow, field: 'condition' });
  } },
  onLine('alignLeft', 'Alt+Shift+L', 'left'),
  onLine('alignCentre', 'Alt+Shift+C', 'centre'),
  onLine('alignRight', 'Alt+Shift+R', 'right'),
  onLine('alignTop', 'Alt+Shift+T', 'top'),
  onLine('alignMiddle', 'Alt+Shift+M', 'middle'),
  onLine('alignBottom', 'Alt+Shift+B', 'bottom'),
  aligning('distributeAcross', 'Alt+Shift+H', (process, ids) => distribute(process, ids, 'horizontal')),
  aligning('distributeDown', 'Alt+Shift+V', (process, ids) => distribute(process, ids, 'vertical')),
  { key: 'whole', shortcut: '0', run: ({ view }) => view.whole() },
  { key: 'toSelected', shortcut: '1', why: someSteps, run: ({ view }) => view.selected() },
  { key: 'closer', shortcut: '+', run: ({ view }) => view.closer() },
  { key: 'further', shortcut: '-', run: ({ view }) => view.further() },
];

function grouping(state: EditorState): Edit {
  return { edit: 'group', steps: selected(state).steps, name: { zh: '子流程', en: 'Subprocess' } };
}

const other: { [shortcut: string]: string } = { 'Ctrl+Y': 'Ctrl+Shift+Z', Backspace: 'Delete', '=': '+' };

/** A key that was pressed, as the browser tells it. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The command that a key press asks for; absent where it asks for none. Copy, cut and paste are the browser's own events. */
export function commandOf(event: KeyPress): Command | undefined {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = letter ?? event.key;
  const named = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey && (letter !== undefined || key.length > 1) ? 'Shift' : '', key].filter(Boolean).join('+');
  const asked = other[named] ?? named;
  return commands.find(({ shortcut, key: name }) => shortcut === asked && !['copy', 'cut', 'paste'].includes(name));
}
