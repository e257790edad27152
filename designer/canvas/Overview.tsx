import { useReactFlow, useStore } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import type { Text } from '../../model/text.ts';
import type { Diagram } from './diagram.ts';
import type { Drawing } from './drawing.ts';
import type { Layer } from './layer.ts';
import { Thumbnail } from './Thumbnail.tsx';

const Picture = memo(Thumbnail);

/** The whole process small, with a frame around what the canvas shows; a click brings that place into the canvas. */
export function Overview({ diagram, drawing, language, layer, duration }: { diagram: Diagram; drawing: Drawing; language: keyof Text; layer?: Layer | undefined; duration: number }) {
  const flow = useReactFlow();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const { whole } = drawing;
  const left = Math.max(-x / zoom, whole.x);
  const top = Math.max(-y / zoom, whole.y);
  const right = Math.min((width - x) / zoom, whole.x + whole.width);
  const bottom = Math.min((height - y) / zoom, whole.y + whole.height);
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const scale = Math.min(frame.width / whole.width, frame.height / whole.height);
    const place = (at: number, from: number, length: number, start: number, extent: number) => start + extent / 2 + (at - from - length / 2) / scale;
    const to = { x: place(event.clientX, frame.left, frame.width, whole.x, whole.width), y: place(event.clientY, frame.top, frame.height, whole.y, whole.height) };
    void flow.setCenter(to.x, to.y, { zoom: Math.max(zoom, 0.85), duration });
  };
  return (
    <div className="overview no-print" onClick={onClick} aria-hidden="true">
      <Picture diagram={diagram} language={language} label="" layer={layer} />
      <svg className="overview-frame" viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`} preserveAspectRatio="xMidYMid meet">
        {right > left && bottom > top && <rect x={left} y={top} width={right - left} height={bottom - top} vectorEffect="non-scaling-stroke" />}
      </svg>
    </div>
  );
}
