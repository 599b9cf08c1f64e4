/** The command line of `npm run play`: exit codes, sentences and the result file. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { scenarioFile, WORLD_STARTS_WITHIN_MS } from "./test-world.ts";

const folder = mkdtempSync(join(tmpdir(), "tieout-play-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

async function play(given: string[], environment: Record<string, string> = {}): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(process.execPath, ["scripts/launch.mjs", "sandbox/play/main.ts", ...given], { env: { ...process.env, ...environment } });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, errors };
}

describe("npm run play", () => {
  it("plays A2, prints documents and trial balance, writes the result and exits 0", async () => {
    const result = join(folder, "result.json");
    const { code, out, errors } = await play(["--script", scenarioFile("a02"), "--out", result]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toMatch(/Sales order +1001 .* 119\.73 .* closed +invoice 1001/);
    expect(out).toMatch(/Shopify Clearing +Bank +119\.73/);
    expect(out).toMatch(/Proof: shop 119\.73, books 119\.73, difference 0\.00/);
    expect(JSON.parse(readFileSync(result, "utf8"))).toMatchObject({
      orders: [{ name: "#1001", status: "fulfilled", state: "posted", proof: { difference: "0.00" } }],
      webhooks: { duplicate: 0 },
    });
  }, WORLD_STARTS_WITHIN_MS);

  it("exits 1 and says what did not hold", async () => {
    const script = written("wrong-figure.json", {
      steps: [
        { do: "create", order: { name: "#1", line_items: [{ sku: "A", title: "A", quantity: 1, price: "10.00", taxable: false }], financial_status: "paid" } },
        { do: "expect", trialBalance: { "Shopify Clearing": "11.00" } },
      ],
    });
    const { code, out } = await play(["--script", script]);
    expect(code).toBe(1);
    expect(out).toContain("steps[1]: Shopify Clearing is 10.00, expected 11.00");
  }, WORLD_STARTS_WITHIN_MS);

  it.each([
    ["no arguments", [], /give either --script or --orders/],
    ["an unknown option", ["--story", "x"], /--story/],
    ["a script that is not there", ["--script", join(folder, "none.json")], /none\.json: cannot be read/],
    ["an unknown step", ["--script", written("unknown.json", { steps: [{ do: "ship" }] })], /^steps\[0\]\.do: there is no step "ship"/],
    ["a step that comes later", ["--script", written("later.json", { steps: [{ do: "bill", order: "#1" }] })], /^steps\[0\]\.do: this version does not play "bill" yet/],
    ["an order inside a script that is none", ["--script", written("no-order.json", { steps: [{ do: "create", order: { lines: [] } }] })], /^steps\[0\]\.order: not an order/],
    ["a file that is not an order", ["--orders", written("payout.json", { payout: { id: 1 } })], /payout\.json: not an order/],
    ["a file that is not JSON", ["--orders", written("text.json", "hello")], /text\.json: this is not JSON/],
    ["a company that QuickBooks could not have", ["--script", written("company.json", { config: { company: { country: "USA" } }, steps: [] })], /^config\.company\.country/],
  ])("exits 2 and says the place and the reason: %s", async (_, given, sentence) => {
    const { code, errors } = await play(given);
    expect(errors).toMatch(sentence);
    expect(code).toBe(2);
  }, 30_000);

  it("exits 1 with one sentence when the database of DATABASE_URL does not answer", async () => {
    const { code, errors } = await play(["--script", scenarioFile("a01")], { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" });
    expect(code).toBe(1);
    expect(errors).toMatch(/^The database none on host 127\.0\.0\.1, port 9 does not answer .*\n$/);
    expect(errors).not.toContain("secret");
  }, 60_000);
});
