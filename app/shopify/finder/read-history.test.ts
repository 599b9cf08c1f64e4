import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readHistory } from "./read-history.ts";

const ROWS = 500_000;
const row = (number: number): string => `${JSON.stringify({ id: `gid://shopify/Order/${number}`, name: `#${number}`, createdAt: "2026-10-01T00:00:00Z" })}\n`;

/** Serves `text` rows and counts those that were taken off it. */
async function serve(rows: (taken: () => void) => Iterable<string>) {
  let taken = 0;
  const server = createServer((_, response) => {
    Readable.from(rows(() => (taken += 1))).on("error", () => response.destroy()).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    taken: () => taken,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test("a long result is not fetched ahead of who reads it", async () => {
  await using store = await serve(function* (taken) {
    for (let number = 1; number <= ROWS; number += 1) {
      taken();
      yield row(number);
    }
  });
  let read = 0;
  for await (const order of readHistory(store.url, ROWS)) {
    expect(order.ok).toBe(true);
    read += 1;
    if (read === 1_000) break;
  }
  expect(store.taken()).toBeLessThan(ROWS / 2);
});

test("a result that ends too early, breaks off or holds something else ends in a fault", async () => {
  const last = async (expected: number, rows: () => Iterable<string>): Promise<unknown> => {
    await using store = await serve(rows);
    let seen: unknown;
    for await (const order of readHistory(store.url, expected)) seen = order;
    return seen;
  };
  expect(await last(2, () => [row(1)])).toMatchObject({ ok: false, failure: { kind: "transient", detail: "Shopify's list of orders ended after 1 of 2 rows" } });
  expect(await last(2, function* () {
    yield row(1);
    throw new Error("cut");
  })).toMatchObject({ ok: false, failure: { kind: "transient" } });
  expect(await last(1, () => ["not json\n"])).toMatchObject({ ok: false, failure: { kind: "defect" } });
});
