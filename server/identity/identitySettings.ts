import { z } from 'zod';
import type { Text } from '../../model/text.ts';
import { setting } from '../settings/about.ts';
import { readRoleMap, type RoleMap } from './roleMap.ts';

/** How the identity provider is reached, and what its claims mean here. */
export interface IdentitySettings {
  issuer: string;
  clientId: string;
  /** Absent for a public client, which PKCE alone protects. */
  clientSecret?: string | undefined;
  /** Roles of each group. */
  roles: RoleMap;
  groupsClaim: string;
  /** Claim that names the organisation an applicant acts for; where absent, nobody from this provider is an applicant. */
  creditCodeClaim?: string | undefined;
  scope: string;
}

const isLoopback = (host: string) => ['127.0.0.1', '[::1]', 'localhost'].includes(host);
const safe = ({ protocol, hostname }: URL) => protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
const claim: Text = { zh: '声明的名称', en: 'the name of a claim' };

/** `SHENPI_OIDC_…`: none of them is set, or all that are needed. */
export const identityVariables = {
  SHENPI_OIDC_ISSUER: setting(z.string().refine((text) => URL.canParse(text) && safe(new URL(text))).optional(), {
    meaning: { zh: '统一身份认证（OpenID Connect）的地址', en: 'address of the identity provider (OpenID Connect)' },
    expects: { zh: 'https 地址（回环地址可用 http）', en: 'an https address (http on a loopback address only)' },
  }),
  SHENPI_OIDC_CLIENT_ID: setting(z.string().optional(), { meaning: { zh: '在其处登记的客户端', en: 'the client registered there' }, expects: { zh: '客户端标识', en: 'a client id' } }),
  SHENPI_OIDC_CLIENT_SECRET: setting(z.string().optional(), {
    meaning: { zh: '客户端的密钥；没有则为只由 PKCE 保护的公开客户端', en: 'its secret; without one it is a public client, protected by PKCE alone' }, expects: { zh: '密钥', en: 'a secret' }, secret: true,
  }),
  SHENPI_OIDC_ROLES: setting(
    z.string().transform((text, context) => {
      const read = readRoleMap(text);
      if ('map' in read) return read.map;
      const said: Text = { zh: `无法读取（${read.fault}）`, en: read.fault };
      context.addIssue({ code: 'custom', message: said.en, params: { said } });
      return z.NEVER;
    }).optional(),
    {
      meaning: { zh: '各组的角色', en: 'the roles each group gives' },
      expects: { zh: '组=角色,组=角色，或 JSON', en: 'group=role,group=role or JSON' },
    },
  ),
  SHENPI_OIDC_GROUPS_CLAIM: setting(z.string().prefault('groups'), { meaning: { zh: '列出各组的声明', en: 'claim with the groups' }, expects: claim }),
  SHENPI_OIDC_CREDIT_CODE_CLAIM: setting(z.string().optional(), { meaning: { zh: '申报人所代表单位的统一社会信用代码所在的声明', en: 'claim with the credit code an applicant acts for; without it nobody is an applicant' }, expects: claim }),
  SHENPI_OIDC_SCOPE: setting(z.string().regex(/(^| )openid( |$)/).prefault('openid profile'), {
    meaning: { zh: '申请的范围', en: 'the scopes asked for' }, expects: { zh: '含 openid 的范围', en: 'scopes with openid among them' },
  }),
};

const _identitySchema = z.object(identityVariables);

/** The provider's settings from what {@link identityVariables} gave; where some are set and another is needed, its name and why. */
export function identityOf(values: z.output<typeof _identitySchema>, given: readonly string[]): { identity?: IdentitySettings } | { missing: keyof typeof identityVariables; said: Text } {
  if (!given.some((name) => name in identityVariables)) return {};
  const { SHENPI_OIDC_ISSUER: issuer, SHENPI_OIDC_CLIENT_ID: clientId, SHENPI_OIDC_ROLES: roles } = values;
  if (issuer === undefined) return { missing: 'SHENPI_OIDC_ISSUER', said: { zh: '未设置；缺少它，其他 SHENPI_OIDC_ 设置没有意义', en: 'is missing; the other SHENPI_OIDC_ settings mean nothing without it' } };
  if (clientId === undefined) return { missing: 'SHENPI_OIDC_CLIENT_ID', said: { zh: '未设置', en: 'is missing' } };
  if (roles === undefined) return { missing: 'SHENPI_OIDC_ROLES', said: { zh: '未设置；缺少它，无人能够登录', en: 'is missing; without it nobody could sign in' } };
  return {
    identity: {
      issuer, clientId, roles,
      clientSecret: values.SHENPI_OIDC_CLIENT_SECRET,
      groupsClaim: values.SHENPI_OIDC_GROUPS_CLAIM,
      creditCodeClaim: values.SHENPI_OIDC_CREDIT_CODE_CLAIM,
      scope: values.SHENPI_OIDC_SCOPE,
    },
  };
}
