/** From Intuit's callback to stored tokens. The state must have been checked before; this never does it. */
import { z } from "zod";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { StoredTokens } from "#app/pipeline/ports/token-store.ts";
import { storedTokens } from "./fresh-access-token.ts";
import type { IntuitOAuth } from "./intuit-client.ts";

/** What Intuit appends to the redirect URI (05 §3). A person who declines comes back with `error` instead of `code`. */
const callbackSchema = z.union([
  z.object({ code: z.string().min(1), realmId: z.string().regex(/^\d{1,32}$/), state: z.string().min(1) }).transform((granted) => ({ granted })),
  z.object({ error: z.string().max(100), state: z.string().min(1) }).transform(({ error, state }) => ({ declined: { error, state } })),
]);

export type Callback = z.infer<typeof callbackSchema>;

/** Null when the URL is no callback of Intuit's. */
export function readCallback(parameters: URLSearchParams): Callback | null {
  return callbackSchema.safeParse(Object.fromEntries(parameters)).data ?? null;
}

/** A code works once and for a few minutes, so every failure means: start again. */
export async function authorise(oauth: Pick<IntuitOAuth, "redeemCode">, code: string, clock: Clock): Promise<Result<StoredTokens, string>> {
  const answer = await oauth.redeemCode(code);
  return answer.kind === "issued" ? success(storedTokens(answer.tokens, null, clock)) : failure(answer.detail);
}
