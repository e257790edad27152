import busboy from 'busboy';
import type { Request } from 'express';
import { fileTypeFromFile } from 'file-type';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { documentLimitBytes } from '../../model/api/documents.ts';
import { refuse } from '../refusals.ts';
import type { Files } from '../store/files.ts';

/** A file that was received whole: where it lies for now, and what it is. */
export interface Received {
  path: string;
  name: string;
  size: number;
  sha256: string;
  type: string;
  fields: Record<string, string>;
}

/** File types the door takes: by extension, the media type its content must have. OFD (版式文件) is a ZIP archive by its content. */
const accepted: Readonly<Record<string, { found: string[]; type: string }>> = {
  '.pdf': { found: ['application/pdf'], type: 'application/pdf' },
  '.png': { found: ['image/png'], type: 'image/png' },
  '.jpg': { found: ['image/jpeg'], type: 'image/jpeg' },
  '.jpeg': { found: ['image/jpeg'], type: 'image/jpeg' },
  '.xlsx': { found: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  '.docx': { found: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  '.ofd': { found: ['application/zip', 'application/ofd'], type: 'application/ofd' },
  '.csv': { found: ['text'], type: 'text/csv' },
  '.txt': { found: ['text'], type: 'text/plain' },
};

/**
 * Receives one multipart `file` with its fields as a stream: to a temporary file, hashed on the way, at most 20 MiB; its content
 * must be of the type that its extension says. Refuses with `malformed`, `tooLarge`, `documentRefused`; nothing is left behind then.
 */
export async function receiveUpload(request: Request, files: Files): Promise<Received> {
  const path = join(await files.incoming(), randomUUID());
  try {
    const { fields, name, size, sha256 } = await receive(request, path);
    if (name === undefined) throw refuse('malformed', '请求中没有名为 file 的文件。', 'The request holds no file named `file`.', '/file');
    if (size === 0) throw refuse('documentRefused', '文件是空的。', 'The file is empty.', '/file');
    return { path, fields, name, size, sha256, type: await typeOf(path, name) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

const drainLimitBytes = 8 * documentLimitBytes;

async function receive(request: Request, path: string): Promise<{ fields: Record<string, string>; name?: string; size: number; sha256: string }> {
  let parser: busboy.Busboy;
  try {
    parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 1, fields: 10, fieldSize: 1_000 } });
  } catch {
    throw refuse('malformed', '请以 multipart/form-data 上传。', 'Upload as multipart/form-data.');
  }
  const fields: Record<string, string> = {};
  const hash = createHash('sha256');
  let size = 0;
  let name: string | undefined;
  let writing: Promise<void> | undefined;
  let tooLarge = false;
  parser.on('field', (field, value) => Object.defineProperty(fields, field, { value, enumerable: true, configurable: true }));
  parser.on('file', (field, stream, info) => {
    if (field !== 'file') return void stream.resume();
    name = cleanName(info.filename ?? '');
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        tooLarge ||= size > documentLimitBytes;
        // What is too much is read and forgotten: a sender that is cut off hears no reason. One that never ends is cut off.
        if (size > drainLimitBytes) request.destroy();
        if (tooLarge) return done();
        hash.update(chunk);
        done(null, chunk);
      },
    });
    writing = pipeline(stream, measure, createWriteStream(path, { mode: 0o600 }));
    // Awaited below; until then a failure must not count as unhandled.
    writing.catch(() => undefined);
  });
  try {
    await pipeline(request, parser);
    await writing;
  } catch (error) {
    throw refuse('malformed', '上传中断或格式不正确，请重试。', `The upload broke off or is malformed; try again. (${error instanceof Error ? error.message : 'unknown'})`);
  }
  if (tooLarge) throw refuse('tooLarge', '文件超过 20 MiB，请压缩或拆分后上传。', 'The file is larger than 20 MiB; compress or split it.', '/file');
  return { fields, ...(name === undefined ? {} : { name }), size, sha256: hash.digest('hex') };
}

/** A file name that is safe to show and to offer: no path, no control or direction characters, at most 120 characters. */
export function cleanName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = base.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/^\.+/, '').trim();
  const extension = extname(plain).slice(0, 10);
  const stem = plain.slice(0, plain.length - extname(plain).length);
  return `${[...stem].slice(0, 110).join('') || 'file'}${extension}`;
}

async function typeOf(path: string, name: string): Promise<string> {
  const rule = accepted[extname(name).toLowerCase()];
  const takes = Object.keys(accepted).join(' ');
  if (!rule) throw refuse('documentRefused', `不接收这种文件（${name}）；可上传：${takes}。`, `Files of this kind are not taken (${name}); these are: ${takes}.`, '/file');
  const found = (await fileTypeFromFile(path))?.mime ?? ((await isText(path)) ? 'text' : 'unknown');
  if (!rule.found.includes(found)) throw refuse('documentRefused', `文件内容与扩展名不符（${name}），请检查文件。`, `The file's content is not what its extension says (${name}); check the file.`, '/file');
  return rule.type;
}

async function isText(path: string): Promise<boolean> {
  const content = await readFile(path);
  if (content.includes(0)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(content);
      return true;
    } catch {
      return false;
    }
  });
}
