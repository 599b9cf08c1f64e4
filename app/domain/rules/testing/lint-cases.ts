/** Thirty sets of rules with one planted mistake each, and thirty without any, for the tests of lint. */
import type { Mode } from "../../settings/settings.ts";
import type { FindingCode } from "../lint/finding.ts";
import type { KnownNames } from "../lint/dangling.ts";

type RuleJson = { title: string; enabled?: boolean; unless?: boolean; when: object; then: object[] };
type Case = { about: string; rules: RuleJson[]; mode?: Mode };
export type PlantedCase = Case & { code: FindingCode; at: string };

export const NAMES: KnownNames = { account: ["Checking", "PayPal"], class: ["Web", "Retail"], department: ["Paris"], term: ["Net 30"], taxCode: ["TAX"] };

const row = (field: string, op: string, value?: unknown, every?: boolean) => ({ field, op, ...(value !== undefined && { value }), ...(every && { every }) });
const all = (...rows: object[]) => ({ all: rows });
const any = (...rows: object[]) => ({ any: rows });
let drawn = 0;
const rule = (title: string, when: object, ...then: object[]): RuleJson => ({ title: title === "" ? `R${(drawn += 1)}` : title, when, then });

const SKIP = { action: "do_not_sync" };
const HOLD = { action: "hold_for_review" };
const NO_INVOICE = { action: "stop_creating_invoices" };
const UNPAID = { action: "mark_as_unpaid", value: true };
const PAID = { action: "mark_as_paid" };
const classed = (name: unknown) => ({ action: "set_class", class: name });
const account = (name: unknown) => ({ action: "set_deposit_account", account: name });
const PAYPAL = row("order.paymentMethod", "equals", "PayPal");

export const PLANTED: PlantedCase[] = [
  { about: "after a rule that skips every order", code: "unreachable", at: "B", rules: [rule("A", all(), SKIP), rule("B", all(PAYPAL), UNPAID)] },
  { about: "after one that skips the same orders", code: "unreachable", at: "B", rules: [rule("A", all(row("order.tags", "equals", "x")), SKIP), rule("B", all(row("order.tags", "equals", "X ")), NO_INVOICE)] },
  { about: "a narrower condition after a hold", code: "unreachable", at: "B", rules: [rule("A", all(row("order.total", "greater_than", 100)), HOLD), rule("B", all(row("order.total", "at_least", 500), PAYPAL), UNPAID)] },
  { about: "one of the values that are skipped already", code: "unreachable", at: "B", rules: [rule("A", all(row("order.status", "is_one_of", ["pending", "cancelled"])), SKIP), rule("B", all(row("order.status", "equals", "pending")), NO_INVOICE)] },
  { about: "the class is set for every order", code: "unreachable", at: "B", rules: [rule("A", all(), classed("Web")), rule("B", all(PAYPAL), classed("Retail"))] },
  { about: "the whole class after a part of the text", code: "unreachable", at: "B", rules: [rule("A", all(row("order.sourceName", "contains", "po")), classed("Retail")), rule("B", all(row("order.sourceName", "starts_with", "pos")), classed("Web"))] },
  { about: "an any of which each is covered", code: "unreachable", at: "B", rules: [rule("A", all(row("order.currency", "is_one_of", ["USD", "EUR", "GBP"])), SKIP), rule("B", any(row("order.currency", "equals", "USD"), row("order.currency", "equals", "EUR")), NO_INVOICE)] },
  { about: "a nested group that is covered", code: "unreachable", at: "B", rules: [rule("A", all(row("order.test", "is_yes")), SKIP), rule("B", all(row("order.test", "equals", true), any(PAYPAL, row("order.tags", "equals", "x"))), UNPAID)] },
  { about: "all lines after any line", code: "unreachable", at: "B", rules: [rule("A", all(row("line.giftCard", "is_yes")), SKIP), rule("B", all(row("line.giftCard", "is_yes", undefined, true)), HOLD)] },
  { about: "below an unless that lets it through", code: "unreachable", at: "B", rules: [{ ...rule("A", all(row("order.status", "equals", "fulfilled")), HOLD), unless: true }, rule("B", all(row("order.status", "equals", "pending")), NO_INVOICE)] },
  { about: "two rules word for word", code: "duplicate", at: "B", rules: [rule("A", all(PAYPAL), UNPAID), rule("B", all(PAYPAL), UNPAID)] },
  { about: "the same in other capitals", code: "duplicate", at: "B", rules: [rule("A", all(PAYPAL), UNPAID), rule("B", all(row("order.paymentMethod", "equals", "paypal")), UNPAID)] },
  { about: "the same rows in another order", code: "duplicate", at: "B", rules: [rule("A", all(PAYPAL, row("order.test", "is_no")), UNPAID), rule("B", all(row("order.test", "is_no"), PAYPAL), UNPAID)] },
  { about: "one value as a list of one", code: "duplicate", at: "B", rules: [rule("A", all(row("order.currency", "equals", "USD")), classed("Web")), rule("B", all(row("order.currency", "is_one_of", ["USD"])), classed("Web"))] },
  { about: "unless one against unless a list of one", code: "duplicate", at: "B", rules: [{ ...rule("A", all(row("order.status", "is_one_of", ["fulfilled"])), NO_INVOICE), unless: true }, { ...rule("B", all(row("order.status", "equals", "fulfilled")), NO_INVOICE), unless: true }] },
  { about: "two statuses at once", code: "contradictory", at: "A", rules: [rule("A", all(row("order.status", "equals", "paid"), row("order.status", "equals", "pending")), NO_INVOICE)] },
  { about: "more than the most", code: "contradictory", at: "A", rules: [rule("A", all(row("order.total", "greater_than", 100), row("order.total", "less_than", 50)), HOLD)] },
  { about: "before the day after which it must be", code: "contradictory", at: "A", rules: [rule("A", all(row("order.createdDate", "before", "2026-01-01"), row("order.createdDate", "after", "2026-06-01")), HOLD)] },
  { about: "empty and something", code: "contradictory", at: "A", rules: [rule("A", all(row("order.tags", "is_empty"), row("order.tags", "contains", "vip")), SKIP)] },
  { about: "yes and no", code: "contradictory", at: "A", rules: [rule("A", all(row("order.test", "is_yes"), row("order.test", "equals", "no")), SKIP)] },
  { about: "begins with something else", code: "contradictory", at: "A", rules: [rule("A", all(row("order.name", "equals", "#1001"), row("order.name", "starts_with", "#2")), SKIP)] },
  { about: "other class for the same orders", code: "contradictory", at: "B", rules: [rule("A", all(PAYPAL), classed("Web")), rule("B", all(PAYPAL), classed("Retail"))] },
  { about: "paid and unpaid", code: "contradictory", at: "A", rules: [rule("A", all(PAYPAL), PAID, UNPAID)] },
  { about: "skips and classes", code: "contradictory", at: "A", rules: [rule("A", all(PAYPAL), classed("Web"), SKIP)] },
  { about: "two classes in one rule", code: "contradictory", at: "A", rules: [rule("A", all(PAYPAL), classed("Web"), classed("Retail"))] },
  { about: "a class that is gone", code: "dangling_reference", at: "A", rules: [rule("A", all(PAYPAL), classed("Wholesale"))] },
  { about: "an account that is gone", code: "dangling_reference", at: "A", rules: [rule("A", all(PAYPAL), account("Stripe"))] },
  { about: "unpaid with sales receipts", code: "unused_by_mode", at: "A", mode: "sales_receipts", rules: [rule("A", all(PAYPAL), UNPAID)] },
  { about: "no invoices where none are made", code: "unused_by_mode", at: "A", mode: "sales_orders", rules: [rule("A", all(PAYPAL), NO_INVOICE)] },
  { about: "deposit account without payments", code: "unused_by_mode", at: "A", mode: "invoices", rules: [rule("A", all(PAYPAL), account("PayPal"))] },
];

export const CLEAN: Case[] = [
  { about: "no rules", rules: [] },
  { about: "the FAQ's two", rules: [rule("", all(row("order.status", "does_not_equal", "fulfilled")), NO_INVOICE), rule("", all(PAYPAL), UNPAID)] },
  { about: "a default at the end", rules: [rule("", all(PAYPAL), classed("Web")), rule("", all(), classed("Retail"))] },
  { about: "narrow before wide", rules: [rule("", all(row("order.total", "greater_than", 500)), HOLD), rule("", all(row("order.total", "greater_than", 100)), classed("Web"))] },
  { about: "the same orders, other slots", rules: [rule("", all(PAYPAL), UNPAID), rule("", all(PAYPAL), classed("Web"))] },
  { about: "other values of a choice", rules: [rule("", all(row("order.status", "equals", "pending")), SKIP), rule("", all(row("order.status", "equals", "paid")), NO_INVOICE)] },
  { about: "tags that may both be there", rules: [rule("", all(row("order.tags", "equals", "a"), row("order.tags", "equals", "b")), SKIP)] },
  { about: "a tag and not another", rules: [rule("", all(row("order.tags", "equals", "a"), row("order.tags", "does_not_equal", "b")), SKIP)] },
  { about: "overlapping amounts", rules: [rule("", all(row("order.total", "between", [10, 100])), SKIP), rule("", all(row("order.total", "between", [50, 200])), HOLD)] },
  { about: "one exact amount", rules: [rule("", all(row("order.total", "at_least", 100), row("order.total", "at_most", 100)), HOLD)] },
  { about: "a list that is wider below", rules: [rule("", all(row("order.currency", "equals", "USD")), SKIP), rule("", all(row("order.currency", "is_one_of", ["USD", "EUR"])), HOLD)] },
  { about: "a switched-off rule above", rules: [{ ...rule("", all(), SKIP), enabled: false }, rule("", all(PAYPAL), UNPAID)] },
  { about: "a switched-off twin", rules: [rule("", all(PAYPAL), UNPAID), { ...rule("", all(PAYPAL), UNPAID), enabled: false }] },
  { about: "any line, then every line the other way", rules: [rule("", all(row("line.giftCard", "is_yes", undefined, true)), SKIP), rule("", all(row("line.giftCard", "is_yes")), HOLD)] },
  { about: "two lines of an order", rules: [rule("", all(row("line.sku", "equals", "A"), row("line.sku", "equals", "B")), SKIP)] },
  { about: "a copy that may be blank, with a fallback", rules: [rule("", all(PAYPAL), classed({ copy: "order.sourceName" })), rule("", all(PAYPAL), classed("Web"))] },
  { about: "patterns that are not understood", rules: [rule("", all(row("order.name", "matches", "#1*")), SKIP), rule("", all(row("order.name", "matches", "#10*")), HOLD)] },
  { about: "contains, then the other way round", rules: [rule("", all(row("order.sourceName", "starts_with", "pos")), classed("Web")), rule("", all(row("order.sourceName", "contains", "po")), classed("Retail"))] },
  { about: "ends and begins that can meet", rules: [rule("", all(row("order.name", "starts_with", "#1"), row("order.name", "ends_with", "-B2B")), SKIP)] },
  { about: "contains two texts", rules: [rule("", all(row("order.sourceName", "contains", "web"), row("order.sourceName", "contains", "shop")), SKIP)] },
  { about: "an any of which one is not covered", rules: [rule("", all(row("order.currency", "equals", "USD")), SKIP), rule("", any(row("order.currency", "equals", "USD"), PAYPAL), UNPAID)] },
  { about: "an unless of its own", rules: [{ ...rule("", all(row("order.status", "equals", "fulfilled")), NO_INVOICE), unless: true }, rule("", all(PAYPAL), UNPAID)] },
  { about: "a treatment after the slots", rules: [rule("", all(PAYPAL), UNPAID), rule("", all(PAYPAL), HOLD)] },
  { about: "names that are there, in other capitals", rules: [rule("", all(PAYPAL), classed("web"), account(" paypal "))] },
  { about: "kinds of names that are not known", rules: [rule("", all(PAYPAL), { action: "use_item", item: "Anything" })] },
  { about: "not invoicing in a mode with invoices", mode: "invoices", rules: [rule("", all(PAYPAL), NO_INVOICE)] },
  { about: "a rule that changes the kind of document", mode: "sales_orders", rules: [rule("", all(row("order.sourceName", "equals", "pos")), { action: "use_transaction_type", type: "sales_receipt" }), rule("", all(PAYPAL), account("PayPal"))] },
  { about: "deposit account with sales receipts", mode: "sales_receipts", rules: [rule("", all(PAYPAL), account("PayPal"))] },
  { about: "lines by SKU", rules: [rule("", all(row("line.sku", "equals", "A")), { action: "use_item", item: "x" }), rule("", all(row("line.sku", "equals", "B")), { action: "use_item", item: "y" })] },
  { about: "days in two years", rules: [rule("", any(row("order.createdDate", "before", "2026-01-01"), row("order.createdDate", "after", "2026-06-01")), HOLD)] },
];
