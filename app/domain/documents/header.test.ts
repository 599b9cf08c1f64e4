import { describe, expect, it } from "vitest";
import { sampleBooks } from "../books/sample-books.ts";
import { DEFAULT_SETTINGS } from "../settings/settings.ts";
import { documentMarker, documentMemo, documentNumber } from "./header.ts";

const { company } = sampleBooks([]);
const withPrefix = (numberPrefix: string) => ({ ...DEFAULT_SETTINGS, options: { ...DEFAULT_SETTINGS.options, numberPrefix } });

describe("document numbers", () => {
  it("are the order's name without its sign", () => {
    expect(documentNumber({ name: "#1001" }, DEFAULT_SETTINGS, company)).toBe("1001");
  });

  it("keep the shop's prefix and the end of a long name within 21 characters", () => {
    expect(documentNumber({ name: "#2026-ABCDEFGHIJKL-000001" }, withPrefix("UK-"), company)).toBe("UK-BCDEFGHIJKL-000001");
    expect(documentNumber({ name: "#2026-ABCDEFGHIJKL-000001" }, withPrefix("UK-"), company)).toHaveLength(21);
  });

  it("are left to a company that numbers by itself", () => {
    expect(documentNumber({ name: "#1001" }, DEFAULT_SETTINGS, { ...company, customNumbers: false })).toBeNull();
  });
});

describe("memo and marker", () => {
  const shop = { domain: "acme.myshopify.com", timeZone: "UTC" };
  const order = { id: "gid://shopify/Order/5001", name: "#1001", poNumber: null, discountCodes: ["WELCOME10"], currency: "USD", presentmentCurrency: "USD" };

  it("tell a person the order, its address and its codes", () => {
    expect(documentMemo(shop, order)).toBe("Shopify order #1001 · https://acme.myshopify.com/admin/orders/5001 · discount codes WELCOME10");
    expect(documentMemo(shop, { ...order, discountCodes: [], presentmentCurrency: "EUR" })).toBe("Shopify order #1001 · https://acme.myshopify.com/admin/orders/5001 · the buyer paid in EUR");
  });

  it("tell the buyer's own number for the order", () => {
    expect(documentMemo(shop, { ...order, poNumber: "PO-7781" })).toBe("Shopify order #1001 · https://acme.myshopify.com/admin/orders/5001 · PO number PO-7781 · discount codes WELCOME10");
  });

  it("name shop, order, kind and part for look-ups", () => {
    expect(documentMarker(shop, order, { kind: "payment", part: "900" })).toBe("[tieout acme/5001/payment/900]");
  });
});
