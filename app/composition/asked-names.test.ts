import { afterEach, beforeEach, expect, it } from "vitest";
import type { Rule } from "#app/domain/rules/rule.ts";
import { type ConnectedCompany, connectCompany, valueOf } from "#app/ledgers/quickbooks-online/testing/connected-company.ts";
import type { ShopFacts } from "#app/pipeline/ports/repositories.ts";
import { createAskedNames, type LookForNames } from "./asked-names.ts";

const SHOP: ShopFacts = { id: "shop", domain: "a.example", name: "A", currency: "USD", timeZone: "UTC", country: "US", taxesIncluded: false };
const rules: Rule[] = [{ title: "R", enabled: true, when: { all: [] }, then: [{ action: "use_item", item: "Services" }, { action: "use_item_for_shipping", item: "Courier" }, { action: "set_customer", customer: "Web Store" }] }];

let company: ConnectedCompany;
beforeEach(async () => { company = await connectCompany(); });
afterEach(() => company[Symbol.asyncDispose]());

const looking = (before: () => Promise<void> = () => Promise.resolve()): LookForNames => async (_, look) => {
  await before();
  return look({ ledger: company.ledger });
};
const names = (lookAtBooks: LookForNames, connected = true) =>
  createAskedNames({ clock: company.clock, directory: { activeConnection: () => Promise.resolve(connected ? "c" : null) }, lookAtBooks, waitForMs: 500 })(SHOP);
const reads = (): number => company.quickbooks.requests(company.realmId).filter(({ path }) => path === "/query").length;

it("tells what the company has, and asks once in five minutes", async () => {
  const account = valueOf(await company.ledger.readCompany()).accounts.find(({ name }) => name === "Sales of Product Income");
  valueOf(await company.ledger.createItem({ name: "Services", sku: null, description: null, incomeAccountId: account?.id ?? "", taxable: false }, "i"));
  const desk = names(looking());
  const before = reads();
  expect(await desk.askNames(rules)).toEqual({ item: { there: ["Services"], missing: ["Courier"] }, customer: { there: [], missing: ["Web Store"] } });
  await desk.askNames(rules);
  expect(reads() - before).toBe(2);
  company.advance({ minutes: 6 });
  await desk.askNames(rules);
  expect(reads() - before).toBe(4);
});

it("remembers for each shop apart", async () => {
  const asked: string[] = [];
  const note: LookForNames = async (at, look) => {
    asked.push(`${at.shopId} ${at.connectionId}`);
    return look({ ledger: company.ledger });
  };
  const of = createAskedNames({ clock: company.clock, directory: { activeConnection: (shopId) => Promise.resolve(`company of ${shopId}`) }, lookAtBooks: note, waitForMs: 2_000 });
  for (const id of ["one", "two", "one"]) await of({ ...SHOP, id }).askNames(rules);
  expect(asked).toEqual(["one company of one", "two company of two"]);
});

it("claims nothing where nobody answers in time, nothing is connected, or nothing is named", async () => {
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => { answer = resolve; });
  expect(await names(looking(() => slow)).askNames(rules)).toEqual({});
  answer();
  expect(await names(looking(() => Promise.reject(new Error("down")))).askNames(rules)).toEqual({});
  expect(await names(looking(), false).askNames(rules)).toEqual({});
  expect(await names(looking()).askNames([])).toEqual({});
});
