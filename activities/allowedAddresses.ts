import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { finalFailure, passingFailure } from './failures.ts';
import type { OfficeAccess } from './outside.ts';

/**
 * Resolves the host of a request once and answers the addresses to connect to, so that nothing can change between the check and the
 * connection. Refuses (finally) a host that is not on the connection's list, and a name of which any address lies outside its ranges.
 */
export async function allowedAddresses(url: URL, access: OfficeAccess): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || !access.allowedHosts.includes(host)) {
    throw finalFailure('hostNotAllowed', {
      zh: `不允许连接主机 ${url.host}：请由管理员检查该连接的允许主机名单。`,
      en: `The host ${url.host} may not be talked to: an administrator should look at this connection's list of allowed hosts.`,
    });
  }
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const ranges = asBlockList(access.allowedRanges);
  const outsider = addresses.find(({ address, family }) => !ranges.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  if (outsider || addresses.length === 0) {
    throw finalFailure('addressNotAllowed', {
      zh: `主机 ${host} 解析到不允许的地址 ${outsider?.address ?? '（无）'}：请由管理员检查该连接的地址范围。`,
      en: `The host ${host} resolves to ${outsider?.address ?? 'no address'}, which is not allowed: an administrator should look at this connection's address ranges.`,
    });
  }
  return addresses;
}

async function resolve(host: string): Promise<LookupAddress[]> {
  try {
    return await lookup(host, { all: true });
  } catch {
    throw passingFailure('unresolved', {
      zh: `无法解析主机 ${host}，将自动重试。`,
      en: `The host ${host} cannot be resolved; it will be tried again.`,
    });
  }
}

function asBlockList(ranges: string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
