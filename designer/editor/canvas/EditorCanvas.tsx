import { ReactFlow, type NodeChange } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../model/steps/index.ts';
import { BandOnCanvas, type BandNode } from '../../canvas/BandOnCanvas.tsx';
import '../../canvas/canvas.css';
import { diagramOf } from '../../canvas/diagramOf.ts';
import { drawingOf } from '../../canvas/drawing.ts';
import { StepOnCanvas, type StepNode } from '../../canvas/StepOnCanvas.tsx';
import { FlowOnCanvas, type FlowEdge } from '../../canvas/FlowOnCanvas.tsx';
import { useText } from '../../language/useText.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';

const nodeTypes = { step: StepOnCanvas, band: BandOnCanvas };
const edgeTypes = { flow: FlowOnCanvas };

/** The draft drawn large, to be changed by hand. */
export function EditorCanvas() {
  const { t } = useTranslation();
  const { text, language } = useText();
  const store = useEditorStore();
  const process = useEditor((state) => state.history.process);
  const selection = useEditor((state) => state.selection);
  const diagram = useMemo(() => diagramOf(process), [process]);
  const drawing = useMemo(() => drawingOf(diagram, language), [diagram, language]);
  const nodes = useMemo(() => [
    ...drawing.bands.map((band): BandNode => ({ id: `band ${band.stage}`, type: 'band', position: band, width: band.width, height: band.height, zIndex: -10, selectable: false, draggable: false, data: { stage: band.stage } })),
    ...process.steps.map((step, index): StepNode => {
      const box = drawing.boxes.get(step.id)!; // every step has a box
      const label = drawing.stepLabels.get(step.id);
      return {
        id: step.id, type: 'step', position: { x: box.x, y: box.y }, width: box.width, height: box.height, zIndex: kindOf(step).contains ? 0 : 3, selected: selection.includes(step.id),
        data: { step: diagram.steps[index]!, title: text(step.name), summary: undefined, hosts: false, long: false, label: label && { ...label, x: label.x - box.x, y: label.y - box.y }, state: undefined, stateName: undefined, hover: text(step.name) }, // the diagram keeps the order of the process
      };
    }),
  ], [drawing, diagram, process, selection, text]);
  const edges = useMemo(() => process.flows.map((flow): FlowEdge => ({ id: flow.id, source: flow.from, target: flow.to, type: 'flow', zIndex: 1, data: { points: drawing.routes.get(flow.id) ?? [], label: drawing.flowLabels.get(flow.id), hover: flow.condition, isDefault: flow.isDefault ?? false, taken: false, tint: 'var(--canvas)' } })), [drawing, process]);
  const onNodesChange = useCallback((changes: NodeChange[]) => {
    const moves = changes.flatMap((change) => {
      const step = change.type === 'position' && change.position && change.dragging === false ? store.getState().history.process.steps.find(({ id }) => id === change.id) : undefined;
      return step && change.type === 'position' && change.position ? [{ step: step.id, x: change.position.x, y: change.position.y }] : [];
    });
    if (moves.length > 0) store.getState().perform({ edit: 'moveSteps', moves });
  }, [store]);
  return (
    <div className="canvas design-canvas" role="group" aria-label={t('design.canvas', { name: text(process.name) })}>
      <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} onNodesChange={onNodesChange} onNodeClick={(_event, node) => store.getState().select([node.id])} onPaneClick={() => store.getState().select([])} fitView minZoom={0.05} proOptions={{ hideAttribution: true }} />
    </div>
  );
}
