import { z } from 'zod';

/** Every outside office that a check can ask; the names are those of `activities/connectors.ts`, and the treasury. */
export const officeNames = ['businessRegister', 'aboveLimitStatistics', 'creditDefault', 'higherAwards', 'bankAccountName', 'treasury'] as const;

const officeSchema = z.object({
  url: z.url().optional(),
  key: z.string(),
  /** Host names that requests may go to, and address ranges (CIDR) to which those may resolve. */
  allowedHosts: z.array(z.string()),
  allowedRanges: z.array(z.union([z.cidrv4(), z.cidrv6()])),
  timeoutMs: z.coerce.number().int().min(100).max(60_000),
});

/** How each office is reached, by its name. */
export const officesSchema = z.record(z.enum(officeNames), officeSchema);

/** How one office is reached. */
export type OfficeSettings = z.output<typeof officeSchema>;

const list = (text: string | undefined) => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');

/**
 * `SHENPI_OFFICES_URL|KEY|HOSTS|RANGES|TIMEOUT_MS` speak for all offices; `SHENPI_OFFICE_BUSINESS_REGISTER_URL` and the like for one.
 * A variable that names no office is given back in `unknown`.
 */
export function officesFrom(env: NodeJS.ProcessEnv): { offices: { [name: string]: unknown }; unknown: string[] } {
  const prefixes = officeNames.map((name) => `SHENPI_OFFICE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_`);
  const offices = Object.fromEntries(
    officeNames.map((name, place) => {
      const one = (what: string): string | undefined => env[`${prefixes[place] ?? ''}${what}`] ?? env[`SHENPI_OFFICES_${what}`];
      return [name, { url: one('URL'), key: one('KEY') ?? '', allowedHosts: list(one('HOSTS')), allowedRanges: list(one('RANGES')), timeoutMs: one('TIMEOUT_MS') ?? '5000' }];
    }),
  );
  const unknown = Object.keys(env).filter((name) => name.startsWith('SHENPI_OFFICE_') && !prefixes.some((prefix) => name.startsWith(prefix)));
  return { offices, unknown };
}
