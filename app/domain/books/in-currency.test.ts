import { describe, expect, it } from "vitest";
import { sampleOrder } from "../order/sample-order.ts";
import { chooseAccounts } from "./choose-accounts.ts";
import { currencyIssues } from "./currency-issues.ts";
import { customerKey, customerNames } from "./customer.ts";
import { homeAccounts, inCurrency } from "./in-currency.ts";
import { sampleBooks } from "./sample-books.ts";

const { accounts } = sampleBooks([]).company;
const EURO_RECEIVABLE = { id: "90", name: "Accounts Receivable (A/R) - EUR", type: "Accounts Receivable", currency: "EUR" };
const books = sampleBooks(["TEE"], { multiCurrency: true, accounts: [...accounts, EURO_RECEIVABLE] });
const ONE = { homeCurrency: "USD", multiCurrency: false };
const SEVERAL = { homeCurrency: "USD", multiCurrency: true };

describe("books in the currency of an order", () => {
  it("owe on the account of that currency, made with the first document where there is none", () => {
    expect(inCurrency(books, "USD").accounts.receivable?.name).toBe("Accounts Receivable");
    expect(inCurrency(books, "EUR").accounts.receivable).toEqual({ id: "90", name: "Accounts Receivable (A/R) - EUR" });
    expect(inCurrency(books, "JPY").accounts.receivable?.name).toBe("Accounts Receivable (A/R) - JPY");
  });

  it("never take an account of another currency for the company's own", () => {
    const company = { homeCurrency: "USD", accounts: accounts.filter(({ name }) => name !== "Accounts Receivable").concat(EURO_RECEIVABLE) };
    expect(chooseAccounts(homeAccounts(company)).receivable).toBeUndefined();
  });

  it("know a customer once per currency, by a name that says so where the plain one is taken", () => {
    const order = sampleOrder({ currency: "EUR" });
    expect(customerKey(order, ONE)).toBe("customer:gid://shopify/Customer/71");
    expect(customerKey(order, SEVERAL)).toBe("EUR:customer:gid://shopify/Customer/71");
    expect(customerNames(order, SEVERAL)).toEqual(["Ada Lovelace", "Ada Lovelace (EUR)", "Ada Lovelace (EUR) (Shopify 71)"]);
    expect(customerNames(sampleOrder({}), SEVERAL)).toEqual(["Ada Lovelace", "Ada Lovelace (Shopify 71)"]);
    const guest = { ...order, customer: null };
    expect(customerNames(guest, SEVERAL).at(-1)).toBe("ada@example.com (EUR) (Shopify ada@example.com)");
  });
});

describe("an order's currency", () => {
  it("is no obstacle where it is the company's or multicurrency is on", () => {
    expect(currencyIssues(sampleOrder({}), ONE)).toEqual([]);
    expect(currencyIssues(sampleOrder({ currency: "JPY", lines: [{ sku: "TEE", price: "1200" }] }), SEVERAL)).toEqual([]);
  });

  it("is told with both currencies where multicurrency is off, and with the amount where it is too fine", () => {
    expect(currencyIssues(sampleOrder({ currency: "EUR" }), ONE)).toMatchObject([{ code: "currency_not_supported", sentence: expect.stringMatching(/in EUR.*in USD only/) as unknown }]);
    expect(currencyIssues(sampleOrder({ currency: "KWD", lines: [{ sku: "TEE", price: "12.345" }] }), SEVERAL)).toMatchObject([{ code: "rounding_not_accepted", sentence: expect.stringContaining("12.345 KWD") as unknown }]);
  });
});
