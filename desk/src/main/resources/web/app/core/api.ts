/** The services, through the desk: one origin, no tokens here. */

import { writing } from './drafts';

export type Query = Record<string, string | number | string[] | undefined>;

/** What a service says is wrong (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly detail: string,
    readonly violations: { field: string; message: string }[] = [],
    readonly retryAfter: number | null = null,
    /** All that it says, by name: some types have members of their own. */
    readonly members: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

/** The answer did not come: no connection, or nobody behind it. */
export class Unreached extends Error {}

/** After so long, in milliseconds, it is asked again what could not be had. */
export const AGAIN = 5000;

/** Whether it may well be otherwise in a moment: nobody answered, or somebody behind the desk does not right now. */
export const passes = (fault: unknown): boolean =>
  fault instanceof Unreached || (fault instanceof Problem && [502, 503, 504].includes(fault.status));

export interface Answer<T> {
  body: T;
  etag: string | null;
}

interface Options {
  method?: string;
  /** A file goes as it is; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** It is sent although the page goes away. */
  keepalive?: boolean;
}

/** The desk has no session of this browser any more. */
export const signedOut = (status: number): boolean => [401, 499].includes(status);

const SIGNED_IN_AT = 'desk.signed-in-at';
const TOO_SOON = 15000;

/** Whether the sign-in has ended while somebody writes: then they are not led away, and sign in beside the page. */
export let ended = false;
/** Told when that changes. */
export const sessions = new EventTarget();

function sessionHas(over: boolean): void {
  if (over === ended) return;
  ended = over;
  sessions.dispatchEvent(new Event('change'));
}

/** Loads the page again, which asks for a sign-in. False where words would be lost, and where that has just been done and was of no use. */
export function signInAgain(): boolean {
  if (writing()) {
    sessionHas(true);
    return false;
  }
  const last = Number(sessionStorage.getItem(SIGNED_IN_AT) ?? 0);
  if (Date.now() - last < TOO_SOON) return false;
  sessionStorage.setItem(SIGNED_IN_AT, String(Date.now()));
  location.reload();
  return true;
}

/** Where to ask, with the query. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') parameters.append(name, String(one));
    }
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Asks, and gives the answer's JSON. Whoever has no session any more is led to sign in. */
export async function ask<T>(path: string, options: Options = {}): Promise<Answer<T>> {
  const response = await reach(path, options);
  if (signedOut(response.status) && signInAgain()) return new Promise(() => {});
  if (!response.ok) throw await problem(response);
  sessionHas(false);
  const body = response.status === 204 ? undefined : await response.json();
  return { body: body as T, etag: response.headers.get('ETag') };
}

async function reach(path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'X-Requested-With': 'JavaScript',
    ...options.headers,
  };
  const file = options.body instanceof Blob;
  if (options.body !== undefined && !file) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? undefined : file ? (options.body as Blob) : JSON.stringify(options.body),
      signal: options.signal,
      keepalive: options.keepalive,
      redirect: 'manual',
    });
  } catch (fault) {
    if (options.signal?.aborted) throw fault;
    throw new Unreached(String(fault));
  }
}

async function problem(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({}));
  const retry = response.headers.get('Retry-After');
  return new Problem(
    response.status,
    String(body.type ?? '').replace(/^.*\//, ''),
    body.detail ?? body.title ?? '',
    body.violations ?? [],
    retry ? Number(retry) : null,
    body,
  );
}

export const get = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  (await ask<T>(address(path, query), { signal })).body;

/** The same as a file: as CSV, say. */
export async function file(path: string, query: Query, type: string): Promise<Blob> {
  const response = await reach(address(path, query), { headers: { Accept: type } });
  if (signedOut(response.status) && signInAgain()) return new Promise(() => {});
  if (!response.ok) throw await problem(response);
  return response.blob();
}

/** Sends something new. The key lets it be sent again without a second effect. */
export const post = async <T>(path: string, body: unknown = {}, headers: Record<string, string> = {}, keepalive = false): Promise<T> =>
  (await ask<T>(path, { method: 'POST', body, headers: { 'Idempotency-Key': crypto.randomUUID(), ...headers }, keepalive })).body;

/** All pages of a listing, up to so many items. */
export async function all<T>(path: string, query: Query, atMost = 2000): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: T[]; nextCursor?: string } = await get(path, { ...query, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < atMost);
  return items;
}
