import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { OrderRow } from "#app/pipeline/ports/shop-desk.ts";
import { formatFor } from "../format.server.ts";
import { ordersUrl, readAddress } from "./listing.server.ts";
import { type OrdersQuestion, ordersView } from "./orders-view.server.ts";

const ROW: OrderRow = {
  orderId: "gid://shopify/Order/6001", name: "#1001", status: "paid", state: "posted", reason: null, placedAt: Temporal.Instant.from("2026-11-02T03:05:00Z"),
  total: { currency: "USD", minor: 1_234_567n }, documents: [{ kind: "sales_order", number: "1001" }, { kind: "payment", number: null }], due: false,
};
const US = formatFor({ country: "US", timeZone: "America/New_York" });
const view = (rows: Partial<OrderRow>[], question: Partial<OrdersQuestion> = {}) =>
  ordersView({ page: { rows: rows.map((row) => ({ ...ROW, ...row })), next: null, previous: null }, asked: { show: "all", search: "", cursor: null }, due: 0, notice: null, format: US, ...question });
const first = (row: Partial<OrderRow>, question: Partial<OrdersQuestion> = {}) => view([row], question).orders[0];

describe("a line of the list", () => {
  test("shows the shop's time and money", () => {
    expect(first({})).toMatchObject({ url: "/app/orders/6001", placed: expect.stringMatching(/^Nov 1, 2026, 10:05\sPM$/), total: "$12,345.67", status: "Paid", documents: ["Sales order 1001", "Payment"] });
    const britain = formatFor({ country: "GB", timeZone: "Europe/London" });
    expect(first({ total: { currency: "GBP", minor: 5n } }, { format: britain })).toMatchObject({ placed: "2 Nov 2026, 03:05", total: "£0.05" });
    expect(first({ total: { currency: "JPY", minor: 1_200n } })?.total).toBe("¥1,200");
  });

  test.each<[Partial<OrderRow>, OrdersQuestion["notice"], string, string | null]>([
    [{ state: "posted" }, null, "Up to date", null],
    [{ state: "waiting", reason: "Waiting for QuickBooks." }, null, "Waiting for QuickBooks", null],
    [{ state: "waiting", reason: "Waiting for QuickBooks: catching up." }, null, "Waiting for QuickBooks", "Catching up."],
    [{ state: "waiting", reason: "Waiting for QuickBooks." }, "paused", "Paused: reconnect QuickBooks", null],
    [{ state: "waiting", reason: "Paused: reconnect QuickBooks." }, null, "Waiting for QuickBooks", null],
    [{ state: "attention", reason: "QuickBooks has no item." }, null, "Needs you", "QuickBooks has no item."],
    [{ state: "attention", reason: "QuickBooks has no item." }, "paused", "Needs you", "QuickBooks has no item."],
    [{ state: "held", reason: 'Held for review: your rule "Big".' }, null, "Needs your OK", 'Held for review: your rule "Big".'],
    [{ state: "skipped", reason: "Not synced: it is a test order." }, null, "Not synced", "It is a test order."],
  ])("%j while %s is “%s”", (row, notice, label, reason) => {
    expect(first(row, { notice })).toMatchObject({ state: { label }, reason });
  });

  test("an order that was never read is named by Shopify's number and has no amount", () => {
    expect(first({ status: "unread", name: "gid://shopify/Order/6001", state: "attention" })).toMatchObject({ name: "Order 6001", total: "–", status: "Not known" });
  });

  test("says that it is looked at only while that can happen", () => {
    expect(first({ due: true })?.checking).toBe(true);
    expect(first({ due: true }, { notice: "not_connected" })?.checking).toBe(false);
  });
});

describe("an empty list says why", () => {
  test.each<[Partial<OrdersQuestion>, string]>([
    [{}, "No orders yet"],
    [{ notice: "not_connected" }, "No orders yet"],
    [{ asked: { show: "needs-you", search: "", cursor: null } }, "Nothing needs you"],
    [{ asked: { show: "waiting", search: "", cursor: null } }, "Nothing is waiting"],
    [{ asked: { show: "waiting", search: "", cursor: null }, due: 2 }, "On the way"],
    [{ asked: { show: "not-synced", search: "", cursor: null } }, "Nothing was left out"],
    [{ asked: { show: "all", search: "9", cursor: null } }, "No such order"],
  ])("%j", (question, title) => {
    expect(view([], question).empty?.title).toBe(title);
  });
});

describe("the address", () => {
  test("is read back as it was written", () => {
    const asked = { show: "not-synced", search: "#10&1", cursor: "abc" } as const;
    expect(readAddress(`http://app${ordersUrl(asked)}`)).toEqual(asked);
    expect(ordersUrl({ show: "all", search: "", cursor: null })).toBe("/app/orders");
  });

  test.each(["show=toString", "show=x", "show="])("%s is the list of all orders", (query) => {
    expect(readAddress(`http://app/app/orders?${query}`).show).toBe("all");
  });

  test("keeps the choice and the search from page to page, and starts over with another choice", () => {
    const { olderUrl, newerUrl, tabs } = view([{}], { asked: { show: "waiting", search: "10", cursor: "here" }, page: { rows: [ROW], next: "n", previous: "p" } });
    expect([olderUrl, newerUrl]).toEqual(["/app/orders?show=waiting&search=10&page=n", "/app/orders?show=waiting&search=10&page=p"]);
    expect(tabs.find(({ current }) => current)?.url).toBe("/app/orders?show=waiting&search=10");
  });
});
