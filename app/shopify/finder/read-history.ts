/** Reads a bulk operation's result line by line; must never hold it whole, nor send the access token to where it lies. */
import { failure, success, type Result } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { FoundOrder } from "#app/pipeline/ports/order-finder.ts";
import { foundOrderSchema } from "./found-order.ts";

/** Milliseconds for a whole result, whose rows are worked on while it is read. */
const LONGEST_READING_MS = 60 * 60_000;

const cutShort = (detail: string): { ok: false; failure: Fault } => failure({ kind: "transient", detail: `Shopify's list of orders ${detail}` });

/** `expected`: how many rows Shopify says there are; fewer would be orders passed over without a word. `url` null: no order at all. */
export async function* readHistory(url: string | null, expected: number): AsyncGenerator<Result<FoundOrder, Fault>> {
  if (url === null) return;
  let rows = 0;
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(LONGEST_READING_MS) });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return yield cutShort(`was answered with status ${response.status}`);
    }
    for await (const line of linesOf(response.body)) {
      if (line === "") continue;
      const order = foundOrderSchema.safeParse(jsonOf(line));
      if (!order.success) return yield failure({ kind: "defect", detail: `Shopify's list of orders has another shape than expected at row ${rows + 1}` });
      rows += 1;
      yield success(order.data);
    }
  } catch (error) {
    return yield cutShort(`broke off after ${rows} rows: ${error instanceof Error ? error.name : "unknown error"}`);
  }
  if (rows !== expected) yield cutShort(`ended after ${rows} of ${expected} rows`);
}

/** Not node:readline, which lets a connection that breaks off end the whole process. */
async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } finally {
    // Whoever stops reading gives the connection back; one that broke has nothing left to cancel.
    await reader.cancel().catch(() => undefined);
  }
  yield rest;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
