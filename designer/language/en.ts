import type { zh } from './zh.ts';

/** Every text of the page in English; a missing key does not pass the type check. */
export const en: typeof zh = {
  brand: 'Shenpi 审批',
  skip: 'Skip to content',
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  yes: 'Yes',
  no: 'No',
  reason: 'Reason',
  broken: { title: 'This page went wrong', what: 'It was not your doing. What you filled in is kept in this browser; open the page again, and tell the administrator if it happens once more.', reload: 'Open again' },
  notHere: { title: 'There is no such page', what: 'The address may be wrong, or its content has moved.', home: 'Go to the start' },
  live: { changed: 'Case {{case}} was updated.' },
  nav: { label: 'Main', work: 'My work', cases: 'Cases', processes: 'Processes', notices: 'Notices', declare: 'Declare', inside: 'Go inside' },
  theme: { label: 'Appearance', system: 'As the system', light: 'Light', dark: 'Dark' },
  session: {
    accountMissing: 'Fill in the account.', passwordMissing: 'Fill in the password.', title: 'Sign in', signIn: 'Sign in', signOut: 'Sign out', account: 'Account', password: 'Password', pick: 'Choose a sandbox account',
    sandbox: 'This is a sandbox: all data are samples, and each account stands for one post. Choosing an account fills in its password.', hint: 'The password of every sandbox account is shenpi.',
  },
  role: {
    applicant: 'Applicant', intakeClerk: 'Intake clerk', reviewer: 'Reviewer', siteOfficer: 'Site officer', statisticsOfficer: 'Statistics office', humanResourcesOfficer: 'Human resources office',
    cultureOfficer: 'Culture and tourism office', decisionMaker: 'Decision maker', expert: 'Expert', finance: 'Finance', processOwner: 'Process owner', auditor: 'Auditor', administrator: 'Administrator',
  },
  stage: { declaration: 'Declaration', preliminaryReview: 'Preliminary review', onSiteCheck: 'On-site check', publicity: 'Publicity', disbursement: 'Disbursement' },
  state: { waiting: 'not reached', active: 'active', done: 'done', notRequired: 'not required', returned: 'returned', suspended: 'suspended', overdue: 'overdue' },
  stageState: { reached: 'reached', now: 'now', notRequired: 'not required', notReached: 'not reached' },
  status: { starting: 'Starting', scheduled: 'Scheduled', running: 'Running', suspended: 'Suspended', incident: 'Incident', closed: 'Closed' },
  outcome: { disbursed: 'Disbursed', refused: 'Refused', lapsed: 'Lapsed', withdrawn: 'Withdrawn', terminated: 'Terminated' },
  origin: { own: 'own', comparable: 'comparable', assumed: 'assumed default' },
  hitPolicy: { unique: 'exactly one hits', first: 'first hit', collectSum: 'sum of hits' },
  ledger: { appropriate: 'Appropriated', reserve: 'Reserved', commit: 'Committed', pay: 'Paid', release: 'Released' },
  canvas: {
    label: 'Diagram of {{name}}', tools: 'Look at the diagram', whole: 'Whole process', here: 'Where it stands', end: 'Where it ended', taken: 'path taken', never: 'not required by this measure', closer: 'Closer', further: 'Further away', keys: 'Arrow keys move, + − zoom, 0 shows all', outline: 'List of steps',
  },
  processes: {
    what: 'All measures by the four aspects; choose one for its path, figures and documents.', empty: 'No process is published yet. The diagrams of the measures will appear here.', version: 'version {{version}}', off: 'switched off',
    picture: 'Small diagram of {{name}} with {{steps}} steps', never: 'Not required: {{names}}', moreFigures: 'and {{count}} more figures and conditions',
  },
  process: {
    published: 'version {{version}}, published {{day}}', side: 'Step and list', pick: 'Choose a step in the diagram to see who does it, until when, under which condition, and where it leads.', measure: 'Figures and documents', forms: 'Forms', form: 'Choose a form',
    previewOnly: 'A preview only: nothing typed here is sent.', honesty: 'Figures marked "comparable" or "assumed default" are not published by the district; a process owner can change them.', figures: 'Figures and conditions', figure: 'Item', value: 'Value',
    origin: 'Origin', sources: 'Sources', documents: 'Documents', document: 'Document', needed: 'Needed', required: 'required', optional: 'optional',
  },
  step: {
    requiredWhen: 'Required when', otherwise: 'otherwise recorded as not required (rule {{rule}}): {{reason}}', outcomes: 'Outcomes', needsForm: 'form needed', needsReason: 'reason needed', ways: 'Leads to',
    default: '(otherwise)', rules: 'Decision table ({{policy}})',
  },
  cases: {
    case: 'Case', measure: 'Measure', applicant: 'Applicant', stage: 'Stage', status: 'Status', outcome: 'Outcome', amount: 'Amount', startedAt: 'Started', updatedAt: 'Updated', total: '{{total}} in all',
    search: 'Search case or applicant', compact: 'Compact', more: 'Show more', empty: 'No cases yet. They appear here once an applicant declares.', noneFound: 'No case fits; widen the filters.',
  },
  case: {
    stages: 'The five stages', tasks: 'Open tasks', noTasks: 'Nothing for a person to do now; the case waits for a check or for time to pass.', noTasksClosed: 'The case is closed and has no tasks.', facts: 'Facts', acts: 'Acts on this case',
    instalment: 'instalment {{number}}', creditCode: 'Credit code', paid: 'Paid', due: 'Next due', closedAt: 'Closed', parent: 'First case', declaration: 'Declaration', documents: 'Documents',
    noDocuments: 'No documents.', size: '{{size}} KB', ledger: 'Budget ledger', notices: 'Notices', messages: 'Objections and reports', followOns: 'Later instalments', scheduledFor: 'begins {{at}}',
    suspendedSince: 'Suspended since {{at}} ({{reason}}); the clocks stand still.',
  },
  incident: { title: 'The case cannot go on by itself', retry: 'Try again', skip: 'Skip this step' },
  act: {
    reasonMissing: 'Say why; the reason is kept in the story of the case.',
    withdraw: { name: 'Withdraw', title: 'Withdraw declaration {{case}} of {{applicant}}?', consequence: 'The case closes as withdrawn and reserved budget is given back; support would need a new declaration.', done: 'Case {{case}} was withdrawn.' },
    suspend: { name: 'Suspend', title: 'Suspend case {{case}} of {{applicant}}?', consequence: 'All clocks stop; answers that arrive before it is resumed wait in line.', done: 'Case {{case}} was suspended.' },
    resume: { name: 'Resume', title: 'Resume case {{case}} of {{applicant}}?', consequence: 'The clocks go on with the working days that were left, and waiting answers are taken in order.', done: 'Case {{case}} was resumed.' },
    terminate: { name: 'Terminate', title: 'Terminate case {{case}} of {{applicant}}?', consequence: 'The case closes as terminated, its tasks are cancelled and unpaid budget is given back; this cannot be undone.', done: 'Case {{case}} was terminated.' },
  },
  trail: { title: 'What happened', empty: 'Nothing happened yet.', record: 'The record itself', system: 'system' },
  answers: { masked: '(hidden)' },
  work: {
    whose: 'Which tasks', group: 'Of my group', mine: 'Claimed by me', count: 'Tasks: {{count}}', list: 'Tasks', emptyGroup: 'Nothing to do for your group. Tasks appear here when a case reaches your post.',
    emptyMine: 'You have claimed no task. Claim one under "Of my group".',
  },
  task: {
    open: 'Open this task', claim: 'Claim', release: 'Give back to the group', claimedByMe: 'You have claimed it.', claimedBy: 'Claimed by {{who}}.', due: 'due {{at}}', visit: 'visit {{visit}}', notYours: 'Done by: {{role}}.',
    done: 'Case {{case}}: {{task}} finished ({{outcome}}).', reasonMissing: '"{{outcome}}" needs a reason.', reasonFor: 'needed for {{outcomes}}',
  },
  form: { yuan: 'yuan', listHint: 'Press Enter after each; several can be pasted at once', add: 'Add', remove: 'Remove', up: 'Up', down: 'Down', faults: 'To be corrected: {{count}}; see the sentences under the fields.' },
  declare: {
    choose: 'Choose a measure', chooseHint: 'One measure per declaration; what you fill in is kept in this browser.', notYou: 'Only applicants and intake clerks can declare.', other: 'Another measure', applicant: 'Applicant',
    questions: 'Questions {{part}}/{{of}}', documents: 'Documents', check: 'Check and submit', name: 'Name of the organisation', nameMissing: 'Fill in the name of the organisation.', ownCode: 'From your account; it cannot be changed.',
    override: 'Reason to accept a code whose check digit is wrong', overrideHint: 'Only after seeing the original licence; it is recorded in the case.', draftFound: 'What you filled in last time was restored.', draftForget: 'Start afresh', back: 'Back', next: 'Next',
    submit: 'Submit the declaration', notYet: 'First correct what is said above ({{count}}), then submit.', noApplicant: 'First fill in the name and a valid credit code of the applicant.', kept: 'What you fill in is kept in this browser until you submit.', documentCount: 'Documents uploaded: {{count}}', missing: 'Required documents still missing: {{names}}. You may submit; intake will ask for them.',
  },
  upload: { hint: 'At most 20 MB each; PDF, pictures or spreadsheets.', button: 'Choose a file', choose: 'Choose a file: {{name}}', progress: 'Upload of {{name}}', done: '{{name}} was uploaded.' },
  notice: { status: { open: 'open', closed: 'closed', suspended: 'suspended', withdrawn: 'withdrawn' } },
  notices: {
    title: 'Public notices', what: 'The following projects are to receive support. Objections during the period must be signed; anonymous ones are not taken.', empty: 'No notice at present. Projects appear here once their support has been decided.', print: 'Print', applicant: 'Applicant',
    project: 'Project', period: 'Period', write: 'Tell us', workingDays: '{{count}} working days', object: 'Object', report: 'Report', over: 'not within the period', objectHint: 'The applicant of a project can object after signing in; anybody can file a signed report.',
  },
  message: {
    objection: 'Objection', report: 'Report', statement: 'What happened', name: 'Your name', unit: 'Organisation (optional)', contact: 'Contact', missing: 'Fill in: {{field}}.', contactShort: 'The contact needs at least 5 characters, so that we can ask back.',
    title: { objection: 'Object to "{{project}}"', report: 'Report "{{project}}"' },
    hint: { objection: 'After an objection the clocks of this project stand still until it is answered.', report: 'Tell facts and grounds. Your name and contact serve verification and are not published.' },
    send: { objection: 'Send the objection', report: 'Send the report' },
    sent: 'Received', reference: 'Reference {{reference}}; keep it to ask about it later.',
  },
};
