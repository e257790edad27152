import i18next from 'i18next';
import type { ProblemDetails } from '../../model/api.ts';
import { Refused, Unreachable } from './refusals.ts';

// A write that got no answer is repeated under the same key, so that it cannot happen twice.
const unanswered = new Map<string, string>();

function isProblem(value: unknown): value is ProblemDetails {
  return typeof value === 'object' && value !== null && 'code' in value && 'text' in value;
}

function headersFor(method: string, name: string): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': i18next.language === 'en' ? 'en' : 'zh-CN', 'X-Requested-With': 'shenpi' });
  if (method === 'GET') return headers;
  const key = unanswered.get(name) ?? crypto.randomUUID();
  unanswered.set(name, key);
  headers.set('Idempotency-Key', key);
  return headers;
}

/** Asks the door; answers with its JSON, throws {@link Refused} when it says no and {@link Unreachable} when it does not answer. */
export async function request<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const name = `${method} ${path} ${content ?? ''}`;
  const headers = headersFor(method, name);
  if (content !== undefined) headers.set('Content-Type', 'application/json');
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, { method, headers, credentials: 'same-origin', ...(content === undefined ? {} : { body: content }) });
    answer = response.status === 204 ? undefined : await response.json();
  } catch {
    throw new Unreachable(path);
  }
  if (response.status < 500) unanswered.delete(name);
  if (response.ok) return answer as T; // the door's contract: model/api.ts
  if (isProblem(answer)) throw new Refused(answer);
  throw new Unreachable(path);
}

/** Sends a file with its fields; `progress` is told the sent share from 0 to 1. */
export function upload<T>(path: string, file: File, fields: Record<string, string>, progress: (share: number) => void): Promise<T> {
  const name = `POST ${path} ${file.name} ${file.size} ${file.lastModified} ${JSON.stringify(fields)}`;
  return new Promise<T>((resolve, reject) => {
    // fetch tells nothing about how much was sent.
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    headersFor('POST', name).forEach((value, header) => sending.setRequestHeader(header, value));
    sending.responseType = 'json';
    sending.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    sending.onerror = () => reject(new Unreachable(path));
    sending.onload = () => {
      if (sending.status < 500) unanswered.delete(name);
      const answer: unknown = sending.response;
      if (sending.status >= 200 && sending.status < 300) resolve(answer as T); // the door's contract: model/api.ts
      else reject(isProblem(answer) ? new Refused(answer) : new Unreachable(path));
    };
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file);
    sending.send(form);
  });
}
