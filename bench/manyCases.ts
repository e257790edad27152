import { sql } from 'drizzle-orm';
import type { Database } from '../server/store/openStore.ts';

/** Of what the made-up cases are made. */
export const words = {
  measures: Array.from({ length: 14 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`),
  statuses: ['running', 'suspended', 'incident', 'closed', 'scheduled'],
  outcomes: ['disbursed', 'refused', 'withdrawn'],
  stages: ['declaration', 'preliminaryReview', 'onSiteCheck', 'publicity', 'disbursement'],
  districts: ['龙岗', '坂田', '布吉', '平湖', '横岗', '宝龙', '坪地', '南湾', '吉华', '园山'],
  beginnings: [...'华腾联创恒信达盛鑫宏泰瑞丰远景明辉博雅云海星河智汇新元金诚国安永兴嘉和凯天宇龙飞翔立方正邦'],
  trades: ['电子商务', '文化传媒', '供应链', '软件', '直播', '生物', '新能源', '半导体', '工业设计', '跨境贸易'],
};

const chunk = 5_000;

/** Fills an empty store with cases as years of work leave them: most are closed, each has its state, its roles and its text. */
export async function fillWithCases(db: Database, count: number): Promise<void> {
  // A list of one kind as SQL text; nothing here comes from outside.
  const list = (items: readonly string[]) => sql.raw(`(array[${items.map((item) => `'${item}'`).join(', ')}])`);
  const pick = (items: readonly string[], by: string) => sql`${list(items)}[1 + (${sql.raw(by)})::bigint % ${sql.raw(String(items.length))}]`;
  const instant = (by: string) => sql.raw(`to_char(timestamp '2024-01-02 09:00' + make_interval(secs => ${by}), 'YYYY-MM-DD"T"HH24:MI:SS".000+08:00"')`);
  // An index is made faster over rows that are there than row by row; what it holds in the end is the same.
  await db.execute(sql`alter table cases disable trigger user`);
  await db.execute(sql`drop index case_search_grams`);
  for (let from = 1; from <= count; from += chunk) {
    await db.execute(sql`
      with made as (insert into cases (case_id, measure, process, version, hash, name, credit_code, applicant_name, instalment, stage, steps, status, outcome, amount_fen, paid_fen,
        started_at, updated_at, closed_at, roles, incidents, seq, fence, clock, state, search, claim_year, invoice_numbers, archived_at)
      select id, measure, measure, 1, md5(measure), jsonb_build_object('zh', measure, 'en', measure), code, company, 1,
        case when status = 'closed' then null else ${pick(words.stages, 'r / 7')} end, '["step"]', status, case when status = 'closed' then ${pick(words.outcomes, 'r / 11')} end,
        r % 200000000, 0, ${instant('begun')}, ${instant('begun + r % 7000000')}, null,
        case r % 5 when 0 then '["intake", "review", "siteCheck"]' when 1 then '["intake", "review", "expert"]' else '["intake", "review"]' end::jsonb,
        0, 20, 20, '{"start": "2024-01-02T09:00:00.000+08:00", "realStart": 0, "factor": 1}', json_build_object('data', stuffing), lower(concat_ws(' ', id, company, code, project)), 2026, '[]', now()
      from (
        select i, r, 'LG-2026-' || measure || '-' || lpad(i::text, 6, '0') as id, measure, r % 60000000 as begun,
          case when r % 100 < 70 then 'closed' when r % 100 < 90 then 'running' when r % 100 < 95 then 'suspended' when r % 100 < 98 then 'incident' else 'scheduled' end as status,
          '91440300MA5' || upper(substr(md5('c' || a), 1, 7)) as code,
          '深圳市' || ${pick(words.districts, 'a / 3')} || ${pick(words.beginnings, 'a')} || ${pick(words.beginnings, 'a / 5')} || ${pick(words.trades, 'a / 17')} || '有限公司' as company,
          ${pick(words.trades, 'r / 13')} || ${pick(words.beginnings, 'r / 3')} || ${pick(words.beginnings, 'r / 19')} || '项目' || (r % 9000) as project,
          (select string_agg(md5(i::text || piece), '') from generate_series(1, 64) piece) as stuffing
        from (select i, (i::bigint * 2654435761) % 4294967296 as r, ((i::bigint * 40503) % 5000) * 7919 as a, ${pick(words.measures, 'i * 31')} as measure from generate_series(${sql.raw(String(from))}, ${sql.raw(String(Math.min(count, from + chunk - 1)))}) i) numbered
      ) imagined returning case_id, search)
      insert into case_search (case_id, grams) select case_id, search_grams(search) from made`);
  }
  await db.execute(sql`alter table cases enable trigger user`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
    await tx.execute(sql`create index case_search_grams on case_search using gin (grams)`);
  });
}
