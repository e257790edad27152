import { ReactFlow, SelectionMode, useReactFlow, useStoreApi, type Node, type NodeChange } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BandOnCanvas, type BandNode } from '../../canvas/BandOnCanvas.tsx';
import '../../canvas/canvas.css';
import { StageTitles } from '../../canvas/StageTitles.tsx';
import { stageView, wholeView } from '../../canvas/viewOf.ts';
import { diagramOf } from '../../canvas/diagramOf.ts';
import { useText } from '../../language/useText.ts';
import { useCanvasKeys } from '../commands/useCanvasKeys.ts';
import { FindStep } from '../palette/FindStep.tsx';
import { QuickAdd } from '../palette/QuickAdd.tsx';
import { placeFor, type Placing } from '../palette/placing.ts';
import { useFaults } from '../problems/useFaults.ts';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { ConnectGrips } from './ConnectGrips.tsx';
import { DraftNodes, type DraftNode } from './DraftNodes.ts';
import { DraftStep } from './DraftStep.tsx';
import './editorCanvas.css';
import { FlowsOnCanvas } from './FlowsOnCanvas.tsx';
import { useCanvasParts } from './useCanvasParts.ts';
import { HandOnCanvas } from './HandOnCanvas.tsx';
import { MiniMap } from './MiniMap.tsx';
import { useDragging } from './useDragging.ts';
import { viewDuration } from './useView.ts';

const nodeTypes = { draft: DraftStep, band: BandOnCanvas };
const plain = { hideAttribution: true };
const manyKeys = ['Shift', 'Control', 'Meta'];

/** The draft drawn large, to be changed by hand and by keys. */
export function EditorCanvas() {
  const { t } = useTranslation();
  const { text, language } = useText();
  const store = useEditorStore();
  const parts = useCanvasParts();
  const canvas = useReactFlow();
  const flowStore = useStoreApi();
  const root = useRef<HTMLDivElement>(null);
  const process = useEditor((state) => state.history.process);
  const selection = useEditor((state) => state.selection);
  const layer = useEditor((state) => state.layer);
  const sought = useEditor((state) => state.sought);
  const readOnly = useEditor((state) => state.readOnly);
  const faults = useFaults();
  const drawing = parts.drawing.at(process, language);
  const known = useRef(new DraftNodes());
  const bandsKnown = useRef(new Map<object, BandNode>());

  const nodes = useMemo(() => {
    const bands = drawing.bands.map((band): BandNode => {
      const old = bandsKnown.current.get(band);
      if (old) return old;
      const size = { width: band.width, height: band.height };
      const made: BandNode = { id: `band ${band.stage}`, type: 'band', position: { x: band.x, y: band.y }, ...size, measured: size, handles: [], zIndex: -10, selectable: false, focusable: false, draggable: false, data: { stage: band.stage } };
      bandsKnown.current.set(band, made);
      return made;
    });
    bandsKnown.current = new Map(drawing.bands.map((band, i) => [band, bands[i]!])); // one for each band
    const steps = known.current.of(process, { drawing, language, selected: new Set(selection), faults, layer, stateWord: (state) => t(`state.${state}`) });
    return [...bands, ...steps];
  }, [drawing, process, language, selection, faults, layer, t]);

  const dragging = useDragging(store, parts, language);
  const onNodesChange = useCallback((changes: NodeChange<BandNode | DraftNode>[]) => {
    const picked = changes.filter((change) => change.type === 'select');
    if (picked.length === 0) return;
    const off = new Set(picked.filter((change) => !change.selected).map((change) => change.id));
    const now = store.getState().selection;
    const on = picked.filter((change) => change.selected && !now.includes(change.id)).map((change) => change.id);
    if (on.length > 0 || now.some((id) => off.has(id))) store.getState().select([...now.filter((id) => !off.has(id)), ...on]);
  }, [store]);
  const drag = useMemo(() => ({
    start: (_event: unknown, node: Node, moved: Node[]) => dragging.begin(node, moved, root.current),
    go: (event: { altKey?: boolean }, node: Node) => dragging.go(node.position.x, node.position.y, 6 / canvas.getZoom(), event.altKey ?? false),
    stop: () => dragging.end(root.current),
  }), [dragging, canvas]);

  // Somebody asked to be taken to a place: it is brought into sight.
  useEffect(() => {
    const id = sought?.place.step ?? sought?.place.flow;
    if (id === undefined) return;
    const { boxes, routes } = parts.drawing.at(store.getState().history.process, language);
    const box = boxes.get(id) ?? (routes.get(id) ?? []).slice(0, 1).map(({ x, y }) => ({ x, y, width: 1, height: 1 }))[0];
    const { width, height, transform: [x, y, zoom] } = flowStore.getState();
    if (!box || width === 0) return;
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const seen = zoom > 0.5 && left >= 0 && top >= 28 && left + Math.min(box.width, 200) * zoom <= width && top + Math.min(box.height, 90) * zoom <= height;
    if (!seen) void canvas.setCenter(box.x + Math.min(box.width, 400) / 2, box.y + Math.min(box.height, 300) / 2, { zoom: Math.max(zoom, 0.85), duration: viewDuration() });
  }, [sought, store, parts, language, canvas, flowStore]);

  const onKeyDown = useCanvasKeys(root);

  // The same functions at every drawing: new ones would draw every step anew.
  const acts = useMemo(() => ({
    open: () => {
      const now = store.getState().history.process;
      const [stage] = now.stages;
      const screen = flowStore.getState();
      const drawn = parts.drawing.at(now, language);
      void canvas.setViewport(stage ? stageView(stage.id, diagramOf(now).steps, drawn, screen, []) : wholeView(drawn, screen));
    },
    enter: (_event: unknown, node: Node) => node.type === 'draft' && parts.gestures.setState({ hovered: node.id }),
    leave: () => parts.gestures.getState().hovered !== undefined && parts.gestures.setState({ hovered: undefined }),
    none: () => store.getState().select([]),
    inspect: (_event: unknown, node: Node) => store.getState().seek({ step: node.id, field: 'name' }),
  }), [store, flowStore, parts, canvas, language]);

  // A kind of step is brought from the palette.
  const placing = (event: DragEvent): Placing | undefined => {
    const kind = parts.gestures.getState().adding;
    if (!kind) return undefined;
    event.preventDefault();
    const at = canvas.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return placeFor(store.getState().history.process, drawing, kind, at, 14 / canvas.getZoom());
  };
  const onDragOver = (event: DragEvent) => {
    const place = placing(event);
    if (place) parts.gestures.setState({ aim: place.aim, why: place.why && { reason: place.why, at: place.at } });
  };
  const onDrop = (event: DragEvent) => {
    const place = placing(event);
    parts.gestures.setState({ aim: undefined, why: undefined, adding: undefined });
    if (place && store.getState().perform(place.edit)) {
      store.getState().select([place.edit.step.id]);
      root.current?.focus({ preventScroll: true });
    }
  };

  return (
    <div
      ref={root} className={layer ? `canvas design-canvas ${layer.flows ? 'is-compared' : 'has-layer'}` : 'canvas design-canvas'} tabIndex={0} role="application" aria-label={t('design.canvas', { name: text(process.name) })} aria-describedby="canvas-keys"
      onKeyDown={onKeyDown} onDragOver={onDragOver} onDrop={onDrop} onDragLeave={() => parts.gestures.setState({ aim: undefined, why: undefined })}
    >
      <span id="canvas-keys" className="read-aloud">{t('design.canvasKeys')}</span>
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onInit={acts.open}
        onNodeDragStart={drag.start}
        onNodeDrag={drag.go}
        onNodeDragStop={drag.stop}
        onNodeMouseEnter={acts.enter}
        onPaneMouseMove={acts.leave}
        onPaneClick={acts.none}
        onNodeDoubleClick={acts.inspect}
        nodesDraggable={!readOnly}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        nodeDragThreshold={3}
        multiSelectionKeyCode={manyKeys}
        selectionMode={SelectionMode.Partial}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={0.05}
        maxZoom={2}
        deleteKeyCode={null}
        elevateNodesOnSelect={false}
        proOptions={plain}
      >
        <StageTitles bands={drawing.bands} stages={process.stages} text={text} />
        <FlowsOnCanvas process={process} drawing={drawing} faults={faults} />
        {!readOnly && <ConnectGrips process={process} drawing={drawing} />}
        <HandOnCanvas process={process} drawing={drawing} />
      </ReactFlow>
      <MiniMap process={process} drawing={drawing} />
      <QuickAdd />
      <FindStep />
    </div>
  );
}
