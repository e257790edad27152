import type { MeasureSummary } from '../../model/api/measures.ts';
import type { PublishedVersion } from '../../model/process.ts';
import { kindOf } from '../../model/steps/index.ts';
import { requirementOf } from '../../model/steps/requirement.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { refuse } from '../refusals.ts';

/** The programme and its published versions. */
export function measureRoutes({ store }: Deps): Handlers<'measures' | 'measure' | 'processes' | 'version'> {
  return {
    async measures() {
      const latest = new Map<string, PublishedVersion>();
      for (const published of await store.versions.list()) {
        const { number } = published.process.measure;
        // What was published last under a measure is what its new cases begin on, whichever process it is of.
        if (published.publishedAt >= (latest.get(number)?.publishedAt ?? '')) latest.set(number, published);
      }
      const items = [...latest.values()].map(summaryOf).sort((one, other) => one.number.localeCompare(other.number, 'en'));
      return { items };
    },
    async measure({ params: { number = '' } }) {
      const published = await store.versions.latestOfMeasure(number);
      if (!published) throw unknownMeasure(number);
      const { process } = published;
      const declarationForm = process.forms.find((form) => form.id === process.declarationForm);
      if (!declarationForm) throw new Error(`version ${published.version} of ${process.id} has no declaration form`);
      return { ...summaryOf(published), measure: process.measure, declarationForm };
    },
    async processes() {
      const items = (await store.versions.list()).map(({ process, ...published }) => ({ id: process.id, name: process.name, ...published }));
      return { items };
    },
    async version({ params: { id = '', version = '' } }) {
      const published = version === 'latest' ? await store.versions.latest(id) : /^\d{1,9}$/.test(version) ? await store.versions.find(id, Number(version)) : undefined;
      if (!published) throw refuse('unknown', `没有流程 ${id.slice(0, 60)} 的版本 ${version.slice(0, 20)}。`, `There is no version ${version.slice(0, 20)} of a process ${id.slice(0, 60)}.`, 'version');
      return published;
    },
  };
}

/** What is said where no such measure exists. */
export const unknownMeasure = (number: string) => refuse('unknown', `没有措施 ${number.slice(0, 20)}；措施编号为 M01 至 M14。`, `There is no measure ${number.slice(0, 20)}; they are M01 to M14.`, 'measure');

function summaryOf({ process, version }: PublishedVersion): MeasureSummary {
  const { measure } = process;
  return {
    number: measure.number,
    process: process.id,
    version,
    name: process.name,
    aspect: measure.aspect,
    aspectName: measure.aspectName,
    summary: measure.summary,
    figures: measure.figures,
    enabled: measure.enabled,
    stages: process.stages,
    sketch: {
      steps: process.steps.map((step) => {
        const host = kindOf(step).attachedTo?.(step);
        const { id, kind, name, stage, parent, position } = step;
        return { id, kind, name, stage, position, required: requirementOf(step), ...(parent === undefined ? {} : { parent }), ...(host === undefined ? {} : { host }), ...('size' in step ? { size: step.size } : {}) };
      }),
      flows: process.flows.map(({ id, from, to }) => ({ id, from, to })),
    },
  };
}
