import { describe, expect, it } from "vitest";
import { createLogger } from "./logger.ts";

const capture = (): { lines: string[]; write: (line: string) => void } => {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
};

describe("the log", () => {
  it("names process, level and the fields of a child", () => {
    const destination = capture();
    createLogger({ level: "info", process: "worker", destination }).child({ shop: "a.myshopify.com" }).child({ order: "gid://shopify/Order/1", run: "r1" }).info({ intuit_tid: "1-2" }, "posted");
    expect(JSON.parse(destination.lines[0] ?? "")).toMatchObject({ level: "info", process: "worker", shop: "a.myshopify.com", order: "gid://shopify/Order/1", run: "r1", intuit_tid: "1-2", msg: "posted" });
  });

  it.each([
    ["at the top", (secret: string) => ({ accessToken: secret, email: secret })],
    ["in an object", (secret: string) => ({ request: { Authorization: `Bearer ${secret}`, customer: { name: secret } } })],
    ["deep in an object", (secret: string) => ({ a: { b: { c: { refresh_token: secret, BillAddr: { Line1: secret } } } } })],
    ["in an HTTP header with dashes", (secret: string) => ({ headers: { "x-shopify-access-token": secret } })],
    ["in the request that an error carries", (secret: string) => ({ err: Object.assign(new Error("failed"), { config: { headers: { Authorization: secret } }, response: secret }) })],
  ])("cuts out secrets and people's data %s", (_where, data) => {
    const destination = capture();
    createLogger({ level: "info", process: "web", destination }).info(data("canary-4711"), "event");
    expect(destination.lines).toHaveLength(1);
    expect(destination.lines[0]).not.toContain("canary-4711");
  });

  it("keeps message, stack and cause of an error", () => {
    const destination = capture();
    createLogger({ level: "info", process: "web", destination }).error({ err: new Error("outer", { cause: new Error("inner") }) }, "failed");
    expect(JSON.parse(destination.lines[0] ?? "")).toMatchObject({ err: { type: "Error", message: "outer", cause: { message: "inner" } } });
  });
});
