import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';
import type { Text } from '../../model/text.ts';
import { setting } from './about.ts';

const place: Text = { zh: '主机:端口', en: 'host:port' };
const name: Text = { zh: '名称', en: 'a name' };
const file: Text = { zh: '文件', en: 'a file' };
const pem: Text = { zh: 'PEM 文本', en: 'PEM text' };
const either = z.enum(['true', 'false', '1', '0']);

/** Temporal's own variables, read by Temporal's own reader: it alone says what they mean, profile files included. */
export const temporalSettings = {
  TEMPORAL_ADDRESS: setting(z.string().regex(/^\S+:\d+$/).optional(), { meaning: { zh: 'Temporal 服务器', en: 'the Temporal server' }, expects: place, otherwise: '127.0.0.1:7233' }),
  TEMPORAL_NAMESPACE: setting(z.string().optional(), { meaning: { zh: '命名空间', en: 'its namespace' }, expects: name, otherwise: 'default' }),
  TEMPORAL_API_KEY: setting(z.string().optional(), { meaning: { zh: 'API 密钥；设置后使用 TLS', en: 'API key; with it TLS is used' }, expects: name, secret: true }),
  TEMPORAL_TLS: setting(either.optional(), { meaning: { zh: '是否使用 TLS；设置了密钥或证书时默认使用', en: 'whether TLS is used; by itself so with a key or a certificate' }, expects: { zh: 'true 或 false', en: 'true or false' } }),
  TEMPORAL_TLS_SERVER_NAME: setting(z.string().optional(), { meaning: { zh: '服务器证书上的名称', en: 'name on the server’s certificate' }, expects: name }),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: setting(z.string().optional(), { meaning: { zh: '签发服务器证书的机构', en: 'who signs the server’s certificate' }, expects: file }),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: setting(z.string().optional(), { meaning: { zh: '同上，内容', en: 'the same, as text' }, expects: pem }),
  TEMPORAL_TLS_CLIENT_CERT_PATH: setting(z.string().optional(), { meaning: { zh: '客户端证书', en: 'our certificate' }, expects: file }),
  TEMPORAL_TLS_CLIENT_CERT_DATA: setting(z.string().optional(), { meaning: { zh: '同上，内容', en: 'the same, as text' }, expects: pem }),
  TEMPORAL_TLS_CLIENT_KEY_PATH: setting(z.string().optional(), { meaning: { zh: '客户端私钥', en: 'its private key' }, expects: file }),
  TEMPORAL_TLS_CLIENT_KEY_DATA: setting(z.string().optional(), { meaning: { zh: '同上，内容', en: 'the same, as text' }, expects: pem, secret: true }),
  TEMPORAL_PROFILE: setting(z.string().optional(), { meaning: { zh: '配置文件中的方案', en: 'profile of the file' }, expects: name, otherwise: 'default' }),
  TEMPORAL_CONFIG_FILE: setting(z.string().optional(), { meaning: { zh: 'Temporal 的配置文件（TOML）', en: 'Temporal’s profile file (TOML)' }, expects: file, otherwise: 'temporalio/temporal.toml in the user’s configuration folder' }),
};

/** Where the Temporal server is, and how it is talked to. */
export interface TemporalPlace {
  address: string;
  namespace: string;
  connection: ClientConnectConfig['connectionOptions'];
}

/** Reads variables and profile file; throws what Temporal's reader says of a file that is missing or malformed. */
export function temporalPlace(env: NodeJS.ProcessEnv): TemporalPlace {
  // An empty variable, as compose files leave it, says nothing; to Temporal's reader it would be a value.
  const said = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: said });
  const address = connectionOptions.address ?? '127.0.0.1:7233';
  return { address, namespace: namespace ?? 'default', connection: { ...connectionOptions, address } };
}
