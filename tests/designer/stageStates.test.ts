import { expect, test } from 'vitest';
import { caseLayer } from '../../designer/canvas/caseLayer.ts';
import { stageStates } from '../../designer/canvas/stageStates.ts';
import { applicants } from '../../measures/applicants.ts';
import { processOf } from '../../measures/index.ts';
import { walk } from '../measures/walk.ts';

const nowhere = { tokens: [], tasks: [], suspensions: [] };

test.each(applicants)('the paid case of $measure reached every stage, but for the site that its measure does not have checked', (applicant) => {
  const process = processOf(applicant.measure)!; // every applicant has a measure
  const { trail, notRequired } = walk(applicant);
  const states = Object.fromEntries(stageStates(process, caseLayer(process, nowhere, trail)));
  expect(states).toEqual({
    declaration: 'reached',
    preliminaryReview: 'reached',
    onSiteCheck: ['riskSampling', 'siteCheck'].every((step) => notRequired.includes(step)) ? 'notRequired' : 'reached',
    publicity: 'reached',
    disbursement: 'reached',
  });
});

test('a case under review has its declaration behind it, and the rest before it', () => {
  const applicant = applicants[0]!; // the programme has applicants
  const process = processOf(applicant.measure)!; // every applicant has a measure
  const { trail } = walk(applicant);
  const papers = trail.findIndex(({ event }) => event.event === 'taskCompleted' && event.task.startsWith('registerPapers'));
  const layer = caseLayer(process, { ...nowhere, tokens: [{ id: '/review#1', step: 'review', scope: '', visit: 1, wait: {} }] }, trail.slice(0, papers + 1));
  expect(Object.fromEntries(stageStates(process, layer))).toEqual({ declaration: 'reached', preliminaryReview: 'now', onSiteCheck: 'notReached', publicity: 'notReached', disbursement: 'notReached' });
});
