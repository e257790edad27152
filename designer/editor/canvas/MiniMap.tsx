import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, type PointerEvent } from 'react';
import type { Process } from '../../../model/process.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import { kindOf } from '../../../model/steps/index.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import { useTheme } from '../../theme/useTheme.ts';

const width = 176;
const tallest = 96;

/** The whole draft small, with a frame around what the canvas shows; press or drag to look elsewhere. Painted, not built of elements: a thousand steps cost a millisecond. */
export function MiniMap({ process, drawing }: { process: Process; drawing: Drawing }) {
  const canvas = useReactFlow();
  const flowStore = useStoreApi();
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const dark = useTheme((state) => state.dark);
  // Asked for once in a theme: each asking has the browser work out the styles of the whole page.
  const colours = useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return new Map(stageIds.flatMap((stage) => ['ink', 'tint'].map((tone) => [`${stage}-${tone}`, style.getPropertyValue(`--${stage}-${tone}`)] as const)));
  }, [dark]);
  const { whole } = drawing;
  const scale = Math.min(width / whole.width, tallest / whole.height);
  const height = Math.max(Math.round(whole.height * scale), 24);

  useEffect(() => {
    const paper = picture.current?.getContext('2d');
    if (!paper || !picture.current) return;
    const dense = window.devicePixelRatio || 1;
    picture.current.width = width * dense;
    picture.current.height = height * dense;
    paper.scale(dense * scale, dense * scale);
    paper.translate(-whole.x, -whole.y);
    for (const band of drawing.bands) {
      paper.fillStyle = colours.get(`${band.stage}-tint`) ?? 'white';
      paper.fillRect(band.x, band.y, band.width, band.height);
    }
    for (const step of process.steps) {
      const box = drawing.boxes.get(step.id);
      if (!box) continue;
      paper.fillStyle = colours.get(`${step.stage}-ink`) ?? 'grey';
      paper.globalAlpha = kindOf(step).contains ? 0.25 : 1;
      paper.fillRect(box.x, box.y, Math.max(box.width, 1 / scale), Math.max(box.height, 1 / scale));
    }
  }, [process, drawing, scale, whole, height, colours]);

  useEffect(() => {
    const follow = () => {
      const { transform: [x, y, zoom], width: screen, height: tall } = flowStore.getState();
      if (!frame.current) return;
      const left = Math.max((-x / zoom - whole.x) * scale, 0);
      const top = Math.max((-y / zoom - whole.y) * scale, 0);
      frame.current.style.transform = `translate(${left}px, ${top}px)`;
      frame.current.style.width = `${Math.max(Math.min(((screen - x) / zoom - whole.x) * scale, width) - left, 2)}px`;
      frame.current.style.height = `${Math.max(Math.min(((tall - y) / zoom - whole.y) * scale, height) - top, 2)}px`;
    };
    follow();
    return flowStore.subscribe(follow);
  }, [flowStore, scale, whole, height]);

  const look = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    void canvas.setCenter(whole.x + (event.clientX - left) / scale, whole.y + (event.clientY - top) / scale, { zoom: canvas.getZoom() });
  };
  return (
    <div className="mini-map no-print" style={{ height }} onPointerDown={look} onPointerMove={look} aria-hidden="true">
      <canvas ref={picture} style={{ width, height }} />
      <div ref={frame} className="mini-frame" />
    </div>
  );
}
