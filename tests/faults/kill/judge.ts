/** Judges the books after a kill: nothing lost, nothing twice, not a cent off. Looks at the simulated company and at what the app recorded, and changes nothing. */
import { amountText, millionths, sameAmount, wireAmount } from "#sandbox/play/result/amount.ts";
import { isObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { type BacklogOrder, decimal, expectedBalance } from "./backlog.ts";
import type { KillStage } from "./stage.ts";

const ENTITIES = ["Estimate", "Invoice", "Payment"] as const;
const MARKER = /\[tieout [^\]]+\]/;

/** One sentence for each thing that is wrong. `madeAgain`: documents beyond one of each kind per order; `sameMarker`: those of them that took the place of one with their marker. */
export async function violationsOf(stage: KillStage, orders: readonly BacklogOrder[], madeAgain = 0, sameMarker = madeAgain): Promise<string[]> {
  const recorded = await lost(stage, orders);
  return [...recorded, ...twice(stage, orders, madeAgain), ...requestedTwice(stage, sameMarker), ...centsOff(stage, orders)];
}

type Row = { marker: string; number: unknown; total: string; balance: string | null };

function liveRows({ world, tenant }: KillStage, entity: string): Row[] {
  return world.quickbooks.documents(tenant.realmId, entity).flatMap((row) => {
    const memo = typeof row["PrivateNote"] === "string" ? row["PrivateNote"] : "";
    const marker = MARKER.exec(memo)?.[0] ?? `no marker in "${memo}"`;
    const amount = (value: unknown): string | null => (typeof value === "number" ? wireAmount(value) : null);
    return memo.startsWith("Voided") ? [] : [{ marker, number: row["DocNumber"], total: amount(row["TotalAmt"]) ?? "0.00", balance: amount(row["Balance"]) }];
  });
}

async function lost(stage: KillStage, orders: readonly BacklogOrder[]): Promise<string[]> {
  const { world, tenant } = stage;
  const [rows, due, open] = await Promise.all([world.records.orders(tenant.shop), world.records.due(tenant.shop), world.records.openOperations(tenant.shop)]);
  const documents = Object.fromEntries(ENTITIES.map((entity) => [entity, liveRows(stage, entity)]));
  const legacyIds = new Map(world.shopify.orders(tenant.shop).map(({ name, gid }) => [name, gid.slice(gid.lastIndexOf("/") + 1)]));
  return [
    ...orders.flatMap(({ number, cents }) => {
      const name = `#${number}`;
      const row = rows.find((each) => each.name === name);
      const missing = ENTITIES.filter((entity) => documents[entity]?.filter(({ marker }) => marker.includes(`/${legacyIds.get(name)}/`)).length === 0);
      const invoice = documents["Invoice"]?.find((each) => each.number === number);
      return [
        ...(row?.state === "posted" ? [] : [`lost: order ${name} is ${row?.state ?? "unknown to the app"} (${row?.reason ?? "no reason"})`]),
        ...missing.map((entity) => `lost: order ${name} has no ${entity}`),
        ...(invoice && !sameAmount(invoice.total, decimal(cents.total)) ? [`off: the invoice of ${name} is ${invoice.total}, the order ${decimal(cents.total)}`] : []),
        ...(invoice && invoice.balance !== null && !sameAmount(invoice.balance, "0") ? [`off: the invoice of ${name}, paid in full, has ${invoice.balance} open`] : []),
      ];
    }),
    ...due.map(({ gid, lastError }) => `unfinished: ${gid} is still due (${lastError ?? "no error"})`),
    ...open.map(({ gid, op, kind, state }) => `unfinished: ${op} ${kind} of ${gid} is ${state}`),
  ];
}

function twice(stage: KillStage, orders: readonly BacklogOrder[], madeAgain: number): string[] {
  const { world, tenant } = stage;
  const company = world.quickbooks.company(tenant.realmId);
  const made = Object.entries(company.audit).flatMap(([key, entries]) => entries.filter(({ by, what }) => by === "app" && what === "created").map(() => key));
  const expected = ENTITIES.length * orders.length + madeAgain;
  // A customer whom a bookkeeper made has no e-mail address.
  const customers = world.quickbooks.documents(tenant.realmId, "Customer").flatMap((row) => (isObject(row["PrimaryEmailAddr"]) ? [JSON.stringify(row["PrimaryEmailAddr"])] : []));
  const items = world.quickbooks.documents(tenant.realmId, "Item").flatMap((row) => (typeof row["Sku"] === "string" ? [row["Sku"]] : []));
  return [
    ...ENTITIES.flatMap((entity) => [
      ...repeated(liveRows(stage, entity).map(({ marker }) => marker)).map((marker) => `twice: ${entity} ${marker}`),
      ...(liveRows(stage, entity).length === orders.length ? [] : [`${liveRows(stage, entity).length} live documents of ${entity} for ${orders.length} orders`]),
    ]),
    ...(made.length === expected ? [] : [`${made.length} documents were ever created instead of ${expected}`]),
    ...repeated(customers).map((email) => `twice: customer ${email}`),
    ...repeated(items).map((sku) => `twice: item ${sku}`),
  ];
}

/** A request that was repeated under its own key is answered with the same document; another document under the same marker is a second one. */
function requestedTwice({ world, tenant }: KillStage, expected: number): string[] {
  const made = new Map<string, Set<string>>();
  for (const { method, path, status, body, response } of world.quickbooks.requests(tenant.realmId)) {
    const entity = ENTITIES.find((each) => path === `/${each.toLowerCase()}`);
    if (method !== "POST" || status !== 200 || entity === undefined || !isObject(body) || "Id" in body || !isObject(response)) continue;
    const document = response[entity];
    const marker = MARKER.exec(textOf(body, "PrivateNote") ?? "")?.[0];
    if (!isObject(document) || marker === undefined) continue;
    made.set(marker, (made.get(marker) ?? new Set()).add(textOf(document, "Id") ?? ""));
  }
  const surplus = [...made].flatMap(([marker, ids]) => (ids.size > 1 ? [`the request log has ${ids.size} creations of ${marker}`] : []));
  return surplus.length > expected ? surplus : [];
}

function centsOff({ world, tenant }: KillStage, orders: readonly BacklogOrder[]): string[] {
  const shop = new Map(expectedBalance(orders).map(({ account, cents }) => [account, millionths(decimal(cents))]));
  const books = new Map(world.quickbooks.trialBalance(tenant.realmId).map(({ account, debit, credit }) => [account, millionths(debit) - millionths(credit)]));
  return [...new Set([...shop.keys(), ...books.keys()])].flatMap((account) => {
    const [wanted, held] = [shop.get(account) ?? 0n, books.get(account) ?? 0n];
    return wanted === held ? [] : [`off: ${account} is ${amountText(held)}, the shop says ${amountText(wanted)}`];
  });
}

const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
