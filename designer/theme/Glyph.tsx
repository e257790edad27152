import type { ReactNode } from 'react';

/** Drawings on a 16 × 16 grid, stroked in the current colour: step kinds, states and stages all take theirs from here. */
const drawings = {
  play: <path d="M5.5 3.5l7 4.5-7 4.5z" />,
  stop: <rect x="4.5" y="4.5" width="7" height="7" rx="1" />,
  user: <path d="M8 8.2a2.7 2.7 0 100-5.4 2.7 2.7 0 000 5.4zM2.8 13.6c.6-2.6 2.7-3.9 5.2-3.9s4.6 1.3 5.2 3.9" />,
  users: <path d="M6 8a2.4 2.4 0 100-4.8A2.4 2.4 0 006 8zM1.4 13c.5-2.3 2.4-3.5 4.6-3.5s4.1 1.2 4.6 3.5M10.6 3.4a2.4 2.4 0 010 4.5M12 9.8c1.4.5 2.3 1.6 2.6 3.2" />,
  gear: <path d="M8 10.3a2.3 2.3 0 100-4.6 2.3 2.3 0 000 4.6zM8 1.6v2M8 12.4v2M1.6 8h2M12.4 8h2M3.5 3.5l1.4 1.4M11.1 11.1l1.4 1.4M12.5 3.5l-1.4 1.4M4.9 11.1l-1.4 1.4" />,
  table: <path d="M2 3h12v10H2zM2 6.3h12M2 9.6h12M6.3 6.3V13" />,
  plus: <path d="M8 2.5v11M2.5 8h11" strokeWidth="2" />,
  cross: <path d="M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" strokeWidth="2" />,
  circle: <circle cx="8" cy="8" r="5" strokeWidth="2" />,
  clock: <path d="M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.6V8l2.4 1.6" />,
  mail: <path d="M2 4h12v8.4H2zM2 4.4l6 4.4 6-4.4" />,
  error: <path d="M3 12.5L6.2 4l3.4 6.5L13 3.5" />,
  subProcess: <path d="M2.5 3h11v10h-11zM8 5.5v5M5.5 8h5" />,
  check: <path d="M3 8.6l3.4 3.3L13 4.6" strokeWidth="2" />,
  returned: <path d="M6 3L2.6 6.3 6 9.6M2.8 6.3h6.6a3.7 3.7 0 010 7.2H7" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2" />,
  pencil: <path d="M3 13l.6-2.8L10.800 3l2.200 2.200-7.200 7.200zM9.400 4.400l2.200 2.200" />,
  move: <path d="M8 1.800v12.400M1.800 8h12.400M6.300 3.500L8 1.800l1.700 1.700M6.300 12.500L8 14.200l1.700-1.700M3.500 6.300L1.800 8l1.700 1.700M12.500 6.300L14.200 8l-1.700 1.700" />,
  back: <path d="M12.500 3.500v9L6.500 8zM4 3.500v9" />,
  dash: <path d="M3 8h2.4M6.8 8h2.4M10.6 8H13" strokeWidth="2" />,
  warning: <path d="M8 2.2l6 11.200H2zM8 6.400v3.200M8 11.300v.4" />,
  declaration: <path d="M3.5 2h6l3 3v9h-9zM9.2 2v3.3h3.3M5.6 8h4.8M5.6 10.8h4.8" />,
  preliminaryReview: <path d="M7 11.6a4.6 4.6 0 100-9.2 4.6 4.6 0 000 9.2zM10.4 10.4L14 14M5 7l1.5 1.5L9.2 5.6" />,
  onSiteCheck: <path d="M8 14.2s4.8-4.3 4.8-7.6a4.8 4.8 0 10-9.6 0c0 3.3 4.8 7.6 4.8 7.600zM8 8.200a1.7 1.7 0 100-3.4 1.7 1.7 0 000 3.400z" />,
  publicity: <path d="M2.4 6.400v3.200h2.200l5.8 3.200V3.200L4.6 6.400zM12.6 6a2.8 2.8 0 010 4M5.2 9.800l.8 3.400h1.6" />,
  disbursement: <path d="M8 14A6 6 0 108 2a6 6 0 000 12zM5.6 4.800L8 7.800l2.4-3M8 7.800v3.800M5.8 8.200h4.400M5.8 10h4.4" />,
  sun: <path d="M8 10.800a2.8 2.8 0 100-5.6 2.8 2.8 0 000 5.600zM8 1.400v1.600M8 13v1.600M1.4 8H3M13 8h1.600M3.3 3.300l1.2 1.200M11.5 11.500l1.2 1.200M12.7 3.300l-1.2 1.200M4.5 11.500l-1.2 1.2" />,
} satisfies Record<string, ReactNode>;

/** Name of a drawing. */
export type GlyphName = keyof typeof drawings;

/** Whether there is a drawing of that name. */
export function isGlyph(name: string): name is GlyphName {
  return name in drawings;
}

/** A drawing as parts of a surrounding SVG, 16 × 16 units from the origin. */
export function GlyphParts({ name }: { name: GlyphName }) {
  return (
    <g fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round">
      {drawings[name]}
    </g>
  );
}

/** A drawing beside a word; the word carries the meaning, so the drawing is not read aloud. */
export function Glyph({ name, size = 16 }: { name: GlyphName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flex: 'none', verticalAlign: '-0.18em' }}>
      <GlyphParts name={name} />
    </svg>
  );
}
