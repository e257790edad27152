import { renamedProcess } from '../renamed.ts';
import { defineFollowUp } from './defineFollowUp.ts';

/** What got another identifier is called so by flows, conditions, tables, parents, hosts, the award and everything else that speaks of it. */
export const namesFollow = defineFollowUp({
  followUp: 'namesFollow',
  title: { zh: '引用随标识更改', en: 'References follow a new identifier' },
  follow: (process, { renames }) => (Object.values(renames).some((names: ReadonlyMap<string, string> | undefined) => names && names.size > 0) ? renamedProcess(process, renames) : process),
});
