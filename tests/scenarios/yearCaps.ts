import { processOf } from '../../measures/index.ts';
import { sampleAnswers } from '../../measures/sampleAnswers.ts';
import type { JsonObject } from '../../model/text.ts';
import { yuan } from '../../measures/yuan.ts';
import { sampleOf } from './programme.ts';
import { expectClosed, expectData, expectFact, scenario, workThrough, type Scenario } from './scenario.ts';
import { answersFor } from './usualAnswers.ts';

/** Told of both measures, and on the real workflow too. */
const met = 'the claim that meets the year’s cap is cut to what is left of it';

/** Told on the real workflow too. */
const anew = 'a claim that another award overtakes between computing and reserving is reviewed and computed anew';

/** A claim of the sample applicant of a measure beside earlier ones of the year, which were granted so much in all; `overtaken` is how much less that was when it was computed before. */
function beside(measure: string, name: string, earlier: JsonObject[], paidFen: number, outcome: string, amountFen: number, overtaken: number[] = []): Scenario {
  const applicant = sampleOf(measure);
  const process = processOf(measure);
  if (!process) throw new Error(`There is no measure ${measure}.`);
  const kin = earlier.map((differs, place) => ({ case: `C-0${place + 1}`, applicant: applicant.creditCode, measure, year: 2026, standing: 'open', filed: 'earlier', project: `另一项目${place + 1}`, invoiceNumbers: [`EARLIER-${place + 1}`], ...differs }));
  const usual = sampleAnswers({ ...applicant, awardFen: amountFen });
  return scenario(
    `${measure}: ${name}`,
    process,
    [
      workThrough(Object.fromEntries(Object.entries(usual).map(([step, answer]) => [step, [answer]]))),
      expectClosed(outcome),
      ...(outcome === 'disbursed' ? [expectData('supportRule.amountFen', amountFen), expectData('budgetPay.amountFen', amountFen)] : [expectFact('asked', 'payment', 0)]),
    ],
    {
      start: { applicant: { creditCode: applicant.creditCode, name: applicant.name }, declaration: applicant.declaration },
      durable: [met, anew].includes(name),
      answers: {
        ...answersFor(process, applicant),
        noDoubleFunding: { succeeds: { cases: kin } },
        supportRule: [...overtaken.map((earlierFen) => ({ succeeds: { paidFen: earlierFen } })), { succeeds: { paidFen } }],
        budgetReserve: [...overtaken.map(() => ({ fails: 'yearCapReached' })), { succeeds: { posted: true } }],
      },
    },
  );
}

const m06Project = sampleOf('M06').declaration['projectName'] ?? '';
const m06Receipts = sampleOf('M06').declaration['invoiceNumbers'] ?? [];

/** Measures that are claimed for each project, several times a year, and capped over the year. */
export const yearCaps: Scenario[] = [
  beside('M06', 'a second project of the year is paid in full while the year’s cap is not met', [{}], yuan(1_200_000), 'disbursed', yuan(1_200_000)),
  beside('M06', met, [{}, { standing: 'paid' }], yuan(2_400_000), 'disbursed', yuan(600_000)),
  beside('M06', anew, [{}, {}], yuan(2_400_000), 'disbursed', yuan(600_000), [yuan(1_200_000)]),
  beside('M06', 'a claim that is overtaken and to which nothing is left is refused', [{}, {}], yuan(3_000_000), 'refused', 0, [yuan(1_800_000)]),
  beside('M06', 'nothing is left of the year’s cap, and the claim is refused', [{}, {}, {}], yuan(3_000_000), 'refused', 0),
  beside('M06', 'the same project is not claimed again', [{ project: m06Project }], 0, 'refused', 0),
  beside('M06', 'a receipt is not claimed again under another project', [{ invoiceNumbers: m06Receipts }], 0, 'refused', 0),
  beside('M06', 'a claim gives no way to one that was filed later', [{ project: m06Project, filed: 'later' }], 0, 'disbursed', yuan(1_200_000)),
  beside('M12', 'a second event of the year is paid up to the cap of one event', [{}], yuan(500_000), 'disbursed', yuan(500_000)),
  beside('M12', met, [{}, { standing: 'paid' }], yuan(700_000), 'disbursed', yuan(300_000)),
  beside('M12', 'an event whose year is used up is refused', [{}, {}], yuan(1_000_000), 'refused', 0),
  beside('M07', 'a measure that is claimed once a year refuses a second claim', [{}], 0, 'refused', 0),
];
