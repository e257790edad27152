import { acts } from './acts.ts';
import { calendarYears } from './calendarYears.ts';
import { choices } from './choices.ts';
import { deadlines } from './deadlines.ts';
import { ends } from './ends.ts';
import { failures } from './failures.ts';
import { incidents } from './incidents.ts';
import { joins } from './joins.ts';
import { messages } from './messages.ts';
import { severalPersons } from './severalPersons.ts';
import { suspension } from './suspension.ts';
import { yearCaps } from './yearCaps.ts';
import { userTasks } from './userTasks.ts';
import { payments } from './payments.ts';
import { programme } from './programme.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, by what it is about: those on small processes, then the programme's own. */
export const scenarios: { [topic: string]: Scenario[] } = { ends, userTasks, joins, choices, severalPersons, deadlines, failures, incidents, messages, suspension, acts, calendarYears, payments, yearCaps, ...programme };
