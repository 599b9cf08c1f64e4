import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { sampleBooks } from "../../books/sample-books.ts";
import { decide } from "../../decision/decide.ts";
import { formatMoney } from "../../money/money.ts";
import type { Chargeback, ChargebackMove } from "../../order/order.ts";
import { type Sample, sampleOrder, usd } from "../../order/sample-order.ts";
import { aspectsOf } from "../../plan/aspects.ts";
import { diff } from "../../plan/diff.ts";
import { type ExistingDocument, plan, type Plan } from "../../plan/plan.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../settings/settings.ts";

const SHOP = { domain: "acme.myshopify.com", timeZone: "America/New_York" };
const move = (at: string, amount: string, fee: string): ChargebackMove => ({ at: Temporal.Instant.from(at), amount: usd(amount), fee: usd(fee) });
const TAKEN = move("2026-11-17T03:00:00Z", "43.20", "15.00");
const chargeback = (state: Chargeback["state"], figures: Partial<Chargeback> = {}): Chargeback => ({ id: "gid://shopify/OrderDisputeSummary/9", state, taken: TAKEN, returned: null, ...figures });

function planned(chargebacks: Chargeback[], { options = {}, mode = "invoices_payments", existing = [], sample = {} }: { options?: Partial<Settings["options"]>; mode?: Settings["mode"]; existing?: ExistingDocument[]; sample?: Sample } = {}): Plan {
  const order = { ...sampleOrder({ paid: ["43.20"], ...sample }), chargebacks };
  const settings: Settings = { ...DEFAULT_SETTINGS, mode, options: { ...DEFAULT_SETTINGS.options, ...options } };
  const decision = decide({ order, settings, rules: [], timeZone: SHOP.timeZone, entered: false });
  return plan({ shop: SHOP, order, decision, settings, existing, books: sampleBooks(["TEE"]) });
}

const chargebackJournal = ({ documents }: Plan): string[] => documents.filter(({ kind }) => kind.startsWith("chargeback")).flatMap((document) => [
  `${document.kind} ${document.number ?? "no number"} ${document.date.toString()} ${formatMoney(document.total)}`,
  ...document.legs.map(({ side, account, amount }) => `  ${side === "debit" ? "Dr" : "Cr"} ${account.name} ${formatMoney(amount)}`),
]);
const codes = ({ notices, issues }: Plan): string[] => [...issues, ...notices].map(({ code }) => code);

const EXPENSE = ["chargeback 1001-B1 2026-11-16 58.20", "  Dr Chargebacks 43.20", "  Dr Merchant Fees 15.00", "  Cr Shopify Clearing 58.20"];

describe("a chargeback", () => {
  it("is an expense of the deposit account on the shop's day on which the money left, and sale and payment stay", () => {
    const result = planned([chargeback("open")]);
    expect(chargebackJournal(result)).toEqual(EXPENSE);
    expect(codes(result)).toEqual(["chargeback_open"]);
    expect(result.notices[0]?.sentence).toContain("43.20 USD and a fee of 15.00 USD");
    expect(result.documents.map(({ kind, total }) => `${kind} ${formatMoney(total)}`).slice(0, 2)).toEqual(["invoice 43.20", "payment 43.20"]);
    expect(result.proof).toMatchObject({ verdict: "matches", chargedBack: usd("58.20") });
  });

  it("that is lost leaves nothing to do, and one that is won is reversed by as much as came back, on that day", () => {
    expect(codes(planned([chargeback("lost")]))).toEqual([]);
    const won = planned([chargeback("won", { returned: move("2026-12-09T15:00:00Z", "43.20", "0.00") })]);
    expect(codes(won)).toEqual([]);
    expect(chargebackJournal(won)).toEqual([...EXPENSE, "chargeback_reversal no number 2026-12-09 43.20", "  Cr Chargebacks 43.20", "  Dr Shopify Clearing 43.20"]);
    expect(won.proof.chargedBack).toEqual(usd("15.00"));
  });

  it("that is won keeps its expense until the money is back, and says so", () => {
    const result = planned([chargeback("won")]);
    expect(chargebackJournal(result)).toEqual(EXPENSE);
    expect(codes(result)).toEqual(["chargeback_not_returned"]);
  });

  it("without figures is not booked, and lost it says what to enter and from which account", () => {
    const untold = planned([chargeback("lost", { taken: null })], { sample: { gateway: "paypal" }, options: { depositAccounts: { paypal: "Checking" } } });
    expect(chargebackJournal(untold)).toEqual([]);
    expect(untold.notices[0]?.remedy).toContain('paid from "Checking": the amount on "Chargebacks", its fee on "Merchant Fees"');
    expect(codes(planned([chargeback("open", { taken: null })]))).toEqual(["chargeback_open"]);
    expect(codes(planned([chargeback("won", { taken: null })]))).toEqual([]);
  });

  it("goes on the accounts that the merchant chose, and waits where one of them does not exist", () => {
    expect(chargebackJournal(planned([chargeback("lost")], { options: { chargebackAccount: "Refund Discrepancy" } }))[1]).toBe("  Dr Refund Discrepancy 43.20");
    const waiting = planned([chargeback("lost")], { options: { chargebackFeeAccount: "Bank Charges" } });
    expect(waiting.issues.map(({ code, cause }) => [code, cause])).toEqual([["account_missing", "expense:Bank Charges"]]);
    expect(chargebackJournal(planned([chargeback("lost", { taken: move("2026-11-17T03:00:00Z", "43.20", "0.00") })], { options: { chargebackFeeAccount: "Bank Charges" } }))).toEqual(["chargeback 1001-B1 2026-11-16 43.20", "  Dr Chargebacks 43.20", "  Cr Shopify Clearing 43.20"]);
  });

  it("is nothing where payments are somebody else's business", () => {
    for (const mode of ["sales_orders", "invoices"] as const) {
      const result = planned([chargeback("open")], { mode });
      expect(chargebackJournal(result)).toEqual([]);
      expect(codes(result)).toEqual([]);
    }
  });

  it("stays in the books when the shop no longer tells its figures", () => {
    const existing: ExistingDocument[] = [{ kind: "invoice", part: "1" }, { kind: "payment", part: "900" }, { kind: "chargeback", part: "9" }];
    const result = planned([chargeback("lost", { taken: null })], { existing });
    expect(result.issues).toEqual([]);
    expect(result.removals).toEqual([]);
  });

  it("is applied once, changes with its figures, and is not reversed where a person took the expense away", () => {
    const { documents } = planned([chargeback("open")]);
    const posted = documents.map((document, index) => ({
      postingId: String(index), kind: document.kind, part: document.part, revision: 0, ledgerId: String(index), syncToken: "0", number: document.number, date: document.date, total: document.total, aspects: aspectsOf(document),
    }));
    const operations = (result: Plan, live = posted, undone: Parameters<typeof diff>[0]["undone"] = []): string[] =>
      diff({ planned: result.documents, posted: live, undone, askedByPerson: false }).operations.map(({ op, document }) => `${op} ${document.kind}`);
    expect(operations(planned([chargeback("lost")]))).toEqual([]);
    expect(operations(planned([chargeback("lost", { taken: move("2026-11-17T03:00:00Z", "43.20", "20.00") })]))).toEqual(["update chargeback"]);
    const won = planned([chargeback("won", { returned: move("2026-12-09T15:00:00Z", "43.20", "15.00") })]);
    expect(operations(won)).toEqual(["create chargeback_reversal"]);
    expect(operations(won, posted.filter(({ kind }) => kind !== "chargeback"), [{ kind: "chargeback", part: "9", revision: 1 }])).toEqual([]);
  });
});
