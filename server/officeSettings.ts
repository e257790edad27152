import { z } from 'zod';
import { expectsWhole, setting, whole } from './settings/about.ts';

/** Every outside office that a check can ask; the names are those of `activities/connectors.ts`, and the treasury. */
export const officeNames = ['businessRegister', 'aboveLimitStatistics', 'creditDefault', 'higherAwards', 'bankAccountName', 'treasury'] as const;

/** How one office is reached. */
export interface OfficeSettings {
  url?: string;
  key: string;
  /** Host names that requests may go to, and address ranges (CIDR) to which those may resolve. */
  allowedHosts: string[];
  allowedRanges: string[];
  timeoutMs: number;
}

const list = (part: z.ZodType<string, string>) => z.string().transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== '')).pipe(z.array(part)).optional();

/** The five variables that say how an office is reached, under a prefix. */
const variables = (prefix: string, row: string, of: { zh: string; en: string }) => ({
  [`${prefix}URL`]: setting(z.url().optional(), {
    row: `${row}URL`, meaning: { zh: `${of.zh}的地址；沙箱中不设置则由模拟单位应答`, en: `address of ${of.en}; without it a sandbox's played offices answer` }, expects: { zh: '地址', en: 'an address' },
  }),
  [`${prefix}KEY`]: setting(z.string().optional(), {
    row: `${row}KEY`, meaning: { zh: `${of.zh}发给我们的密钥`, en: `key issued to us by ${of.en}` }, expects: { zh: '密钥', en: 'a key' }, secret: true,
  }),
  [`${prefix}HOSTS`]: setting(list(z.string()), {
    row: `${row}HOSTS`, meaning: { zh: `${of.zh}可用的主机名，逗号分隔`, en: `host names that requests to ${of.en} may go to, with commas` }, expects: { zh: '主机名，逗号分隔', en: 'host names with commas' },
  }),
  [`${prefix}RANGES`]: setting(list(z.union([z.cidrv4(), z.cidrv6()])), {
    row: `${row}RANGES`, meaning: { zh: `这些主机名可解析到的网段，逗号分隔`, en: `address ranges to which those may resolve, with commas` }, expects: { zh: '网段（CIDR），逗号分隔', en: 'address ranges (CIDR) with commas' },
  }),
  [`${prefix}TIMEOUT_MS`]: setting(whole(100, 60_000).optional(), {
    row: `${row}TIMEOUT_MS`, meaning: { zh: `等待${of.zh}应答的毫秒数`, en: `milliseconds that ${of.en} may take to answer` }, expects: expectsWhole(100, 60_000), otherwise: '5000',
  }),
});

const prefixOf = (name: string) => `SHENPI_OFFICE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_`;

/** `SHENPI_OFFICES_URL|KEY|HOSTS|RANGES|TIMEOUT_MS` speak for all offices; `SHENPI_OFFICE_BUSINESS_REGISTER_URL` and the like for one. */
export const officeVariables: { [name: string]: z.ZodType } = {
  ...variables('SHENPI_OFFICES_', 'SHENPI_OFFICES_', { zh: '所有外部单位', en: 'all outside offices' }),
  ...Object.assign({}, ...officeNames.map((name) => variables(prefixOf(name), 'SHENPI_OFFICE_<OFFICE>_', { zh: '某一外部单位', en: 'one office' }))),
};

/** How each office is reached, from what {@link officeVariables} gave. */
export function officesOf(values: { [name: string]: unknown }): { [name in (typeof officeNames)[number]]: OfficeSettings } {
  const of = (name: string): OfficeSettings => {
    const one = (what: string): unknown => values[`${prefixOf(name)}${what}`] ?? values[`SHENPI_OFFICES_${what}`];
    const url = one('URL');
    // Each was parsed by its schema above.
    return {
      ...(url === undefined ? {} : { url: url as string }),
      key: (one('KEY') as string | undefined) ?? '',
      allowedHosts: (one('HOSTS') as string[] | undefined) ?? [],
      allowedRanges: (one('RANGES') as string[] | undefined) ?? [],
      timeoutMs: (one('TIMEOUT_MS') as number | undefined) ?? 5_000,
    };
  };
  return Object.fromEntries(officeNames.map((name) => [name, of(name)])) as { [name in (typeof officeNames)[number]]: OfficeSettings }; // fromEntries forgets the names
}
