import type { ClaimRule, Figure, Measure, RequiredDocument } from '../model/measure.ts';
import type { Process, Role, Stage } from '../model/process.ts';
import type { StageId } from '../model/steps/defineStep.ts';
import type { Text } from '../model/text.ts';
import { coreDocuments } from './coreDocuments.ts';
import { figure } from './figure.ts';
import type { MeasurePlan } from './measurePlan.ts';
import { declarationPart } from './path/declaration.ts';
import { declarationForm } from './path/declarationForm.ts';
import { disbursementPart } from './path/disbursement.ts';
import { layOut } from './path/layout.ts';
import { onSiteCheckPart } from './path/onSiteCheck.ts';
import type { PathPart } from './path/pathPart.ts';
import { preliminaryReviewPart } from './path/preliminaryReview.ts';
import { publicityPart } from './path/publicity.ts';

const stages: Stage[] = [
  { id: 'declaration', name: { zh: '申报', en: 'Declaration' } },
  { id: 'preliminaryReview', name: { zh: '初审', en: 'Preliminary review' } },
  { id: 'onSiteCheck', name: { zh: '现场核查', en: 'On-site check' } },
  { id: 'publicity', name: { zh: '公示', en: 'Publicity' } },
  { id: 'disbursement', name: { zh: '拨付', en: 'Disbursement' } },
];

const roles: Role[] = [
  { id: 'applicant', name: { zh: '申报单位', en: 'Applicant' } },
  { id: 'intakeClerk', name: { zh: '受理员', en: 'Intake clerk' } },
  { id: 'reviewer', name: { zh: '初审员', en: 'Reviewer' } },
  { id: 'siteOfficer', name: { zh: '现场核查员', en: 'Site officer' } },
  { id: 'statisticsOfficer', name: { zh: '统计局经办人', en: 'Statistics officer' } },
  { id: 'humanResourcesOfficer', name: { zh: '人力资源局经办人', en: 'Human-resources officer' } },
  { id: 'cultureOfficer', name: { zh: '文化广电旅游体育局经办人', en: 'Culture officer' } },
  { id: 'expert', name: { zh: '专家（含专项审计）', en: 'Expert (special audit included)' } },
  { id: 'decisionMaker', name: { zh: '审定人', en: 'Decision maker' } },
  { id: 'finance', name: { zh: '财务', en: 'Finance' } },
];

/** The complete process of one measure: the path that all measures share, with what the measure says of its own. */
export function commonPath(plan: MeasurePlan): Process {
  const parts: { [stage in StageId]: PathPart } = {
    declaration: declarationPart(),
    preliminaryReview: preliminaryReviewPart(plan),
    onSiteCheck: onSiteCheckPart(plan),
    publicity: publicityPart(),
    disbursement: disbursementPart(plan),
  };
  const inOrder = stages.map((stage) => parts[stage.id]);
  return {
    id: plan.number,
    name: plan.name,
    stages,
    roles,
    steps: layOut(parts),
    flows: inOrder.flatMap((part) => part.flows),
    forms: [declarationForm(plan), ...inOrder.flatMap((part) => part.forms)],
    declarationForm: 'declaration',
    separation: [
      ['intake', 'review', 'siteCheck', 'decision', 'payment'],
      // Whoever reports that the treasury has not paid may not confirm it.
      ['intake', 'review', 'siteCheck', 'decision', 'reconciliation', 'reconciliationCheck'],
    ],
    firstDayCounts: true,
    awardedBy: 'issueAward',
    measure: measureOf(plan),
  };
}

const claimValues: { [once in ClaimRule['once']]: Text } = {
  year: { zh: '每年度申报一次', en: 'once a year' },
  project: { zh: '每个项目申报一次，同年可申报多个项目', en: 'once for each project; several projects a year' },
};

/** How often may be claimed, as a figure like the others. */
function claimFigure({ once, origin, sources }: ClaimRule): Figure {
  return figure('claim', '申报次数', 'How often', claimValues[once].zh, claimValues[once].en, origin, sources);
}

function measureOf(plan: MeasurePlan): Measure {
  const documents: RequiredDocument[] = [...coreDocuments, ...plan.documents];
  return {
    number: plan.number,
    aspect: plan.aspect,
    aspectName: plan.aspectName,
    summary: plan.summary,
    opinions: plan.opinions,
    onSite: plan.onSite,
    expertReview: plan.expertReview,
    specialAudit: plan.specialAudit,
    documents,
    claim: plan.claim,
    support: plan.support,
    figures: [...plan.figures, claimFigure(plan.claim)],
    enabled: plan.enabled ?? true,
  };
}
