import type { Connect } from '../../../model/edits/connect.ts';
import { drawn, nested } from './drawn.ts';
import { verifyEdit } from './verifyEdit.ts';

const connect = (from: string, to: string, more: Partial<Connect> = {}): Connect => ({ edit: 'connect', from, to, ...more });

verifyEdit<Connect>('connect', {
  done: {
    'two steps': { process: drawn, edit: connect('correction', 'decision'), name: 'Connect “Step correction” to “Step decision”', shows: ({ flows }) => flows.at(-1), expected: { id: 'correctionToDecision', from: 'correction', to: 'decision' } },
    'with condition, under an identifier': {
      process: drawn,
      edit: connect('choice', 'end', { id: 'fast', condition: 'visits.review > 9' }),
      name: 'Connect “Step choice” to “Step end”',
      shows: ({ flows }) => flows.at(-1),
      expected: { id: 'fast', from: 'choice', to: 'end', condition: 'visits.review > 9' },
    },
    'from a border': { process: drawn, edit: connect('reminder', 'decision'), name: 'Connect “Step reminder” to “Step decision”' },
  },
  refused: {
    'into a start': { process: drawn, edit: connect('review', 'start'), says: '“Step start” is a start event' },
    'out of an end': { process: drawn, edit: connect('end', 'review'), says: '“Step end” is an end event' },
    'onto a border': { process: drawn, edit: connect('review', 'reminder'), says: 'its host sets off' },
    'to itself': { process: drawn, edit: connect('review', 'review'), says: 'cannot be connected to itself' },
    twice: { process: drawn, edit: connect('start', 'review'), says: 'already' },
    'into a subprocess': { process: nested, edit: connect('decision', 'pay'), says: 'border of a subprocess' },
    'with nothing': { process: drawn, edit: connect('review', 'gone'), says: 'no step “gone”' },
    'under an identifier in use': { process: drawn, edit: connect('correction', 'decision', { id: 'review' }), says: 'is in use' },
    'with an empty condition': { process: drawn, edit: connect('correction', 'decision', { condition: '' }), says: 'neither empty' },
  },
});
