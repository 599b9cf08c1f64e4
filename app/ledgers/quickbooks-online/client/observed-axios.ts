/**
 * Gives every call of the two vendor libraries a deadline, keep-alive and no redirects, and notes what really came back.
 * Both libraries take no such options, hide answers behind reworded errors, and put the bearer token into those errors (05 §3, §5),
 * so their own verdicts are dropped.
 * It must never keep a request's headers or body.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { createRequire } from "node:module";
import { z } from "zod";
import { MAX_ANSWER_BYTES } from "../limits.ts";
import type { Exchange } from "./exchange.ts";

type Call = { signal: AbortSignal; seen: Exchange | null };

/** The part of an axios instance that is used here; the libraries bring axios, we do not depend on it ourselves. */
export type AxiosLike = {
  interceptors: {
    request: { use(onRequest: (config: object) => object): unknown };
    response: { use(onAnswer: (answer: unknown) => unknown, onError: (error: unknown) => unknown): unknown };
  };
};

const calls = new AsyncLocalStorage<Call>();
const httpAgent = new HttpAgent({ keepAlive: true });
const httpsAgent = new HttpsAgent({ keepAlive: true });
const observed = new WeakSet<AxiosLike>();

/** `looseObject`, because axios' headers are an instance of its own class. */
const answerSchema = z.object({ status: z.number(), data: z.unknown(), headers: z.looseObject({}) });
const errorSchema = z.object({ code: z.string().catch("UNKNOWN"), response: answerSchema.optional() });

/** Makes an axios instance report to the call it runs in. Calls made outside of `exchange` are left as they are. */
export function observe(axios: AxiosLike): void {
  if (observed.has(axios)) return;
  observed.add(axios);
  axios.interceptors.request.use((config) => {
    const call = calls.getStore();
    if (!call) return config;
    // No redirects: the bearer goes to the configured origin and nowhere else.
    return Object.assign(config, { signal: call.signal, httpAgent, httpsAgent, maxRedirects: 0, maxContentLength: MAX_ANSWER_BYTES });
  });
  axios.interceptors.response.use(
    (answer) => {
      note(answered(answerSchema.parse(answer)));
      return answer;
    },
    (error) => {
      const { code, response } = errorSchema.parse(error);
      // An answer cut off in its body comes as an error that carries a response of status 200 without data: no answer at all.
      note(response && response.data !== undefined && code !== "ERR_CANCELED" ? answered(response) : { kind: "failed", code });
      throw error;
    },
  );
}

/** Runs one call of a vendor library; null when it made no HTTP call at all, which is a defect of ours. */
export async function exchange(deadlineMs: number, send: () => Promise<unknown>): Promise<Exchange | null> {
  const call: Call = { signal: AbortSignal.timeout(deadlineMs), seen: null };
  const ignoreVerdict = (): void => undefined;
  await calls.run(call, async () => send().then(ignoreVerdict, ignoreVerdict));
  return call.seen;
}

function note(seen: Exchange): void {
  const call = calls.getStore();
  if (call) call.seen = seen;
}

function answered({ status, data, headers }: z.infer<typeof answerSchema>): Exchange {
  // Intuit documents `intuit_tid`; the recordings show `Intuit-Tid`.
  const text = (name: string): string | null => (typeof headers[name] === "string" ? headers[name] : null);
  return { kind: "answered", status, body: data, transactionId: text("intuit_tid") ?? text("intuit-tid"), retryAfter: text("retry-after") };
}

/** The axios copies that the libraries use for themselves; `import "axios"` would be the ESM copy, which is another instance. */
for (const library of ["node-quickbooks", "intuit-oauth"]) {
  const near = createRequire(import.meta.url);
  const axios: AxiosLike = createRequire(near.resolve(library))("axios");
  observe(axios);
}
