import type { Flow } from '../../process.ts';
import type { ProcessIndex } from '../../processIndex.ts';
import type { Text } from '../../text.ts';

/** The name of a step as the canvas shows it; its identifier where there is no such step. */
export function nameOf(index: ProcessIndex, step: string): Text {
  return index.steps.get(step)?.name ?? { zh: step, en: step };
}

/** What a reader would call a flow: its own name, or from where to where it goes. */
export function nameOfFlow(index: ProcessIndex, flow: Flow): Text {
  if (flow.name) return flow.name;
  const from = nameOf(index, flow.from);
  const to = nameOf(index, flow.to);
  return { zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` };
}
