import type { Declare } from '../../model/api/cases.ts';
import type { CaseClock } from '../../activities/contracts.ts';
import { creditCodeFault } from '../../model/identifiers/creditCode.ts';
import { instantFromMs, isDay } from '../../model/instant.ts';
import type { PublishedVersion } from '../../model/process.ts';
import type { Json } from '../../model/text.ts';
import type { Deps, ProgrammeClock } from '../deps.ts';
import type { Call, Handlers } from '../http/call.ts';
import { refuse } from '../refusals.ts';
import type { NewCase } from '../store/cases.ts';
import { startCase } from '../starter/startCase.ts';
import { searchTextOf } from '../store/projection.ts';
import { caseViewOf } from '../views/caseView.ts';
import { unknownCase, versionOf } from './findCase.ts';
import { judgeAnswers, judgeIdentity } from './judgeAnswers.ts';
import { unknownMeasure } from './measures.ts';

const dayMs = 86_400_000;

/** So long (real milliseconds) the starter leaves a case to the request that files it. */
const starterWaitsMs = 30_000;

/** The clock of a case that begins now. */
export function clockFrom({ dayMs: realDayMs, start }: ProgrammeClock, now: number): CaseClock {
  return { start: start ?? instantFromMs(now), realStart: now, factor: dayMs / realDayMs };
}

/** When the desk opens on a day, which is when a case of a sandbox begins. */
export const openingOf = (day: string): string => `${day}T09:00:00.000+08:00`;

interface Planned {
  case: string;
  process: string;
  version: number;
  clock: CaseClock;
}

/** Beginning a case. */
export function declareRoutes(deps: Deps): Handlers<'declare'> {
  const { store, now } = deps;
  return {
    async declare(call) {
      const { write, body, actor, account } = call;
      // An intent is only ever what was kept below.
      const planned = (write.intent ?? (await write.intend((await plan(deps, call)) as unknown as Json))) as unknown as Planned;
      const published = await versionOf(deps, planned);
      const data = { declaration: body.declaration, ...(body.creditCodeOverride ? { creditCodeOverride: { ...body.creditCodeOverride, by: account.id } } : {}) };
      const beginning = { actor, data, documents: body.documents };
      if (!(await store.documents.claim(body.documents, planned.case, body.applicant.creditCode))) {
        throw refuse('documentRefused', '有材料刚刚用于另一案件，请为本次申报重新上传。', 'One of the documents was used for another case just now; upload it for this one.', '/documents');
      }
      await store.cases.note({ ...newCase(planned, published, body), beginning, tryAfter: new Date(now() + starterWaitsMs) });
      const noted = await store.cases.find(planned.case);
      if (!noted) throw unknownCase(planned.case);
      try {
        await startCase(deps, noted);
      } catch (error) {
        // It is filed: the starter takes over at once, and a repeat of this request finds out how far that came.
        await store.cases.tryLater(planned.case, new Date(now()));
        throw error;
      }
      await begun(deps, planned.case, now);
      const row = await store.cases.find(planned.case);
      if (!row) throw unknownCase(planned.case);
      return caseViewOf(deps, row, published.process, account);
    },
  };
}

async function plan({ store, clock, sandbox, now }: Deps, { body, access }: Call<'declare'>): Promise<Planned> {
  const published = await store.versions.latestOfMeasure(body.measure);
  if (!published) throw unknownMeasure(body.measure);
  const { process } = published;
  if (!process.measure.enabled) throw refuse('windowClosed', `“${process.name.zh}”目前不受理申报。`, `“${process.name.en}” takes no declarations at present.`, '/measure');
  const facts = { creditCode: body.applicant.creditCode, roles: [] };
  if (!access.case('declare', facts)) throw refuse('notAllowed', '您只能为本单位申报。', 'You can declare for your own organisation only.', '/applicant/creditCode');
  if (body.creditCodeOverride && !access.case('overrideCreditCode', facts)) {
    throw refuse('notAllowed', '只有受理员可以说明理由后放行代码。', 'Only an intake clerk can let a code pass, with a reason.', '/creditCodeOverride');
  }
  const fault = creditCodeFault(body.applicant.creditCode);
  if (fault && !body.creditCodeOverride) throw refuse('creditCodeInvalid', fault.zh, fault.en, '/applicant/creditCode');
  const form = process.forms.find((candidate) => candidate.id === process.declarationForm);
  if (!form) throw new Error(`version ${published.version} of ${process.id} has no declaration form`);
  judgeIdentity(body.applicant, body.declaration, '/declaration');
  judgeAnswers(form.schema, body.declaration, '/declaration', body.creditCodeOverride ? body.applicant.creditCode : undefined);
  const documents = await store.documents.findAll(body.documents);
  for (const [index, id] of body.documents.entries()) {
    const document = documents.find((candidate) => candidate.document === id);
    const mine = document && access.document('attach', { creditCode: document.creditCode, uploadedBy: document.uploadedBy, roles: [] });
    const free = document && document.case === null && (document.creditCode === null || document.creditCode === body.applicant.creditCode);
    if (!document || !mine) throw refuse('unknown', `没有材料 ${id}，请重新上传。`, `There is no document ${id}; upload it again.`, `/documents/${index}`);
    if (!free || document.measure !== body.measure) {
      throw refuse('documentRefused', `材料“${document.name}”属于另一单位、措施或案件，请为本次申报重新上传。`, `The document “${document.name}” belongs to another applicant, measure or case; upload it for this one.`, `/documents/${index}`);
    }
  }
  if (body.sandboxClock && !sandbox) throw refuse('sandboxOnly', '只有沙箱中的案件可以有自己的时钟。', 'Only a case of a sandbox can have a clock of its own.', '/sandboxClock');
  if (body.sandboxClock && !isDay(body.sandboxClock.start)) throw refuse('malformed', '没有这一天。', 'There is no such day.', '/sandboxClock/start');
  const caseClock = clockFrom(body.sandboxClock ? { dayMs: body.sandboxClock.dayMs, start: openingOf(body.sandboxClock.start) } : clock, now());
  const number = String(await store.cases.nextNumber()).padStart(6, '0');
  return { case: `LG-${caseClock.start.slice(0, 4)}-${body.measure}-${number}`, process: process.id, version: published.version, clock: caseClock };
}

function newCase(planned: Planned, { process, version, hash }: PublishedVersion, { measure, applicant, declaration }: Declare): NewCase {
  return {
    case: planned.case,
    measure,
    process: process.id,
    version,
    hash,
    name: process.name,
    creditCode: applicant.creditCode,
    applicantName: applicant.name,
    instalment: 1,
    steps: [],
    status: 'starting',
    startedAt: planned.clock.start,
    updatedAt: planned.clock.start,
    incidents: 0,
    seq: 0,
    fence: 0,
    clock: planned.clock,
    search: searchTextOf(planned.case, applicant.name, applicant.creditCode, { declaration }),
    claimYear: Number(planned.clock.start.slice(0, 4)),
    invoiceNumbers: [],
  };
}

/** Waits a little for the first step, so that the answer shows where the case stands; the case is safe without. */
async function begun({ store }: Deps, id: string, now: () => number): Promise<void> {
  const until = now() + 1_500;
  for (;;) {
    const row = await store.cases.find(id);
    if ((row?.seq ?? 0) > 0 || now() >= until) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
