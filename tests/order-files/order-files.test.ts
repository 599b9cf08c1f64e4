/** Every file of the contracts folder as an order: read from the simulated Shopify by the app's own queries, and booked by the real pipeline in a company of its currency. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ORDER_STATUSES } from "#app/domain/order/status.ts";
import { contractsDir } from "../contracts/contracts-dir.ts";
import { openLives } from "../lives/life.ts";
import { openShopFloor } from "../pipeline/shop-floor.ts";
import { NO_ORDERS, type OrderFileRow, POSTED, REFUSAL, WAITING } from "./order-file-rows.ts";

const folder = join(contractsDir ?? "", "shopify", "orders");
const contents = (file: string): Record<string, unknown> => z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, file), "utf8")));

const proofSchema = z.object({ income: z.object({ difference: z.string() }), money: z.object({ difference: z.string() }) });

type Outcome = { state: string; codes: string[]; differences: number[]; books: Record<string, string> };

async function booked({ file, company }: OrderFileRow): Promise<Outcome> {
  await using lives = await openLives({ currency: company.currency, country: company.country });
  await using floor = await openShopFloor({ ...company, switches: { throttling: false } });
  await floor.configure({ mode: "sales_orders_invoices_payments", statuses: [...ORDER_STATUSES] }, []);
  for (const order of await lives.live([{ do: "create", order: contents(file) }])) floor.orders.set(order.id, order);
  await floor.sync();
  const [orderId = ""] = floor.orders.keys();
  const { state } = await floor.recorded(orderId);
  const waits = await floor.prisma.issueOrder.findMany({ where: { shopId: floor.tenant.shopId, orderGid: orderId, issue: { state: "open" } }, select: { issue: { select: { code: true } } } });
  const row = await floor.prisma.order.findFirstOrThrow({ where: { shopId: floor.tenant.shopId, orderGid: orderId }, select: { proof: true } });
  const { income, money } = proofSchema.parse(row.proof);
  const held = floor.company.quickbooks.trialBalance(floor.company.realmId).map(({ account, debit, credit }) => [account, debit === "0.00" ? `-${credit}` : debit]);
  return { state, codes: waits.map(({ issue }) => issue.code).toSorted(), differences: [income, money].map(({ difference }) => Number(difference)), books: Object.fromEntries(held) };
}

describe.skipIf(contractsDir === undefined)("the order files of the contracts (skipped where the contracts are absent)", () => {
  it("all have a row, and at least two thirds of those that hold an order are posted", () => {
    const rows = [...POSTED, ...WAITING, ...NO_ORDERS].map(({ file }) => file);
    expect(rows.toSorted()).toEqual(readdirSync(folder).toSorted());
    expect(POSTED.length * 3).toBeGreaterThanOrEqual((POSTED.length + WAITING.length) * 2);
  });

  it.each(POSTED)("$file is posted with difference 0: $about", async (row) => {
    const state = row.codes.length === 0 ? "posted" : "attention";
    expect(await booked(row)).toEqual({ state, codes: row.codes, differences: [0, 0], books: row.books });
  });

  it.each(WAITING)("$file waits: $about", async (row) => {
    const { state, codes, books } = await booked(row);
    expect({ state, codes, books }).toEqual({ state: "attention", codes: row.codes, books: row.books });
  });

  it.each(NO_ORDERS)("$file holds $what, which is no order", async ({ file }) => {
    await using lives = await openLives();
    await expect(lives.live([{ do: "create", order: contents(file) }])).rejects.toMatchObject({ message: REFUSAL });
  });
});
