import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startQuickBooks } from "../start-quickbooks.ts";
import type { QuickBooksSimulator } from "../start-quickbooks.ts";
import { CLIENT, STOCKED_COMPANY, openCompany, orderForm, tokenRequest } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import { Temporal } from "temporal-polyfill";

describe("the simulator's file", () => {
  let company: OpenCompany;
  let folder: string;
  let second: QuickBooksSimulator | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "quickbooks-"));
    company = await openCompany(STOCKED_COMPANY);
  });
  afterEach(async () => {
    await company.quickbooks.close();
    await second?.close();
    second = undefined;
    await rm(folder, { recursive: true });
  });

  const startAgain = async (file: string): Promise<QuickBooksSimulator> => {
    second = await startQuickBooks({ ...CLIENT, now: () => Temporal.Instant.from("2026-11-02T18:30:00Z") });
    expect(await second.load(file)).toBe(true);
    return second;
  };

  it("brings back companies, documents, history, switches and the log after a second start", async () => {
    const file = join(folder, "quickbooks.json");
    const { quickbooks, realmId } = company;
    quickbooks.createCompany({ name: "Second" });
    const { Id } = await company.write("/invoice?requestid=r1", orderForm());
    quickbooks.bookkeeper(realmId, { action: "edit", kind: "invoice", id: Id, patch: { PrivateNote: "by hand" } });
    quickbooks.setFaults(realmId, [{ on: "POST /payment", do: "delay", ms: 5 }]);
    await quickbooks.save(file);
    const again = await startAgain(file);
    expect(again.company(realmId)).toEqual(JSON.parse(JSON.stringify(quickbooks.company(realmId))));
    expect(again.companies()).toEqual(quickbooks.companies());
    expect(again.createCompany({})).not.toBe(realmId);
    expect(again.trialBalance(realmId)).toEqual(quickbooks.trialBalance(realmId));
  });

  it("keeps connected apps connected, and a repeated request id gets its first answer", async () => {
    const file = join(folder, "quickbooks.json");
    const first = await company.write("/invoice?requestid=r1", orderForm());
    await company.quickbooks.save(file);
    const { origin } = await startAgain(file);
    const again = await fetch(`${origin}/v3/company/${company.realmId}/invoice?requestid=r1`, {
      method: "POST",
      headers: { authorization: `Bearer ${company.accessToken}` },
      body: JSON.stringify(orderForm()),
    });
    expect(await again.json()).toMatchObject({ Invoice: { Id: first.Id } });
    expect((await tokenRequest(origin, { grant_type: "refresh_token", refresh_token: company.refreshToken })).status).toBe(200);
  });

  it("is not there at a first start", async () => {
    expect(await company.quickbooks.load(join(folder, "nothing.json"))).toBe(false);
    expect(company.quickbooks.companies()).toHaveLength(1);
  });

  it("replaces the old file at once, for its owner only, and leaves nothing beside it", async () => {
    const file = join(folder, "quickbooks.json");
    await Promise.all([company.quickbooks.save(file), company.quickbooks.save(file)]);
    await company.write("/invoice", orderForm());
    await company.quickbooks.save(file);
    expect(await readdir(folder)).toEqual(["quickbooks.json"]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, "utf8")).toContain('"DocNumber":"1001"');
  });

  it.each(['{"version":2}', "{}", "not json"])("is refused when it is %s, and what is there stays", async (text) => {
    const file = join(folder, "quickbooks.json");
    await writeFile(file, text);
    await expect(company.quickbooks.load(file)).rejects.toThrow();
    expect(company.quickbooks.companies()).toHaveLength(1);
  });

  it("holds the last two hundred requests only", async () => {
    const file = join(folder, "quickbooks.json");
    for (let count = 0; count < 205; count += 1) await company.call("GET", "/preferences");
    await company.quickbooks.save(file);
    expect((await startAgain(file)).requests(company.realmId)).toHaveLength(200);
  });
});
