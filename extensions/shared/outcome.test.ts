import { describe, expect, it } from "vitest";
import type { Answer, Order } from "./answer.ts";
import { changesSince } from "./changes-since.ts";
import { outcomesOf, summaryOf } from "./outcome.ts";
import { planView } from "./plan-view.ts";
import { resync } from "./resync.ts";

const made = (what: string, at = "2026-11-26T00:00:00Z"): Order["happened"][number] => ({ at, sentence: `${what} made in QuickBooks` });
const order = (facts: Partial<Order> = {}): Order => ({
  orderId: "gid://shopify/Order/1", name: "#1001", state: { label: "Up to date", tone: "success" }, headline: "Up to date", reason: null, checking: false,
  documents: [], coming: [], issues: [], happened: [made("Invoice 1001")], plan: null, path: "/app/orders/1", ...facts,
});
const answer = (orders: Order[], facts: Partial<Answer> = {}): Answer => ({ notice: null, orders, unknown: [], ...facts });

describe("what a resync did", () => {
  it("is nothing when nothing was written, although the order was looked at", () => {
    expect(outcomesOf(answer([order()]), answer([order()]))).toMatchObject([{ kind: "same", sentence: expect.stringContaining("Nothing to do"), changes: [] }]);
  });

  it("is what was written since, oldest first", () => {
    const now = order({ happened: [made("Payment"), made("Invoice 1002"), made("Invoice 1001")] });
    expect(outcomesOf(answer([order()]), answer([now]))).toMatchObject([{ kind: "changed", changes: ["Invoice 1002 made in QuickBooks", "Payment made in QuickBooks"] }]);
  });

  it("is the issue with its remedy, also when something was written before it", () => {
    const now = order({ issues: [{ sentence: "The item is missing.", remedy: "Choose one." }], happened: [made("Payment"), made("Invoice 1001")] });
    expect(outcomesOf(answer([order()]), answer([now]))).toMatchObject([{ kind: "issue", sentence: "The item is missing. Choose one.", changes: ["Payment made in QuickBooks"] }]);
  });

  it("is noted, not done, while QuickBooks is not connected", () => {
    const notice = { title: "Paused", sentence: "Reconnect.", path: "/app/connection" };
    expect(outcomesOf(answer([order()], { notice }), answer([order()], { notice }))).toMatchObject([{ kind: "noted" }]);
  });

  it("never says that QuickBooks has everything of an order that is left out", () => {
    const left = order({ state: { label: "Not synced", tone: "new" }, reason: "It is a test order." });
    expect(outcomesOf(answer([left]), answer([left]))[0]?.sentence).toBe("Nothing to do: Not synced. It is a test order.");
  });

  it("is an order that needs a person where a rule holds it still", () => {
    const held = order({ state: { label: "Needs your OK", tone: "attention" }, reason: 'Held for review: your rule "Big".' });
    expect(outcomesOf(answer([held]), answer([held]))).toMatchObject([{ kind: "issue", sentence: 'Needs your OK. Held for review: your rule "Big".' }]);
  });

  it("is summed up over several orders", () => {
    const outcomes = outcomesOf(answer([order(), order({ orderId: "2" })], { unknown: [{ orderId: "3", sentence: "?" }] }), answer([order(), order({ orderId: "2", happened: [made("Payment"), made("Invoice 1001")] })]));
    expect(summaryOf(outcomes)).toBe("1 changed, 1 nothing to do, 1 not in Tieout");
  });
});

describe("what was added to a list", () => {
  it("is told although all entries are of the same moment and one is repeated", () => {
    expect(changesSince([made("Payment")], [made("Payment"), made("Payment")])).toHaveLength(1);
  });
  it("is told although the oldest were cut off", () => {
    expect(changesSince([made("B"), made("A")], [made("C"), made("B")])).toEqual([made("C")]);
  });
  it("is everything when nothing was there, and nothing when nothing is", () => {
    expect(changesSince([], [made("A")])).toEqual([made("A")]);
    expect(changesSince([], [])).toEqual([]);
  });
});

describe("a plan", () => {
  it("says nothing while it is not known, and `Nothing to do` when nothing would change", () => {
    expect(planView({ plan: null })).toEqual([]);
    expect(planView({ plan: { steps: [] } })).toEqual(["Nothing to do"]);
    expect(planView({ plan: { steps: ["Payment"] } })).toEqual(["What a resync would do:", "Payment"]);
  });
});

describe("a resync", () => {
  const watch = async (looks: (Answer | Error)[]): Promise<{ kinds: string[]; asked: number; error: unknown }> => {
    let asked = 0;
    const kinds: string[] = [];
    const app = {
      resync: () => Promise.resolve(((asked += 1), answer([order()]))),
      read: () => {
        const next = looks.shift() ?? new Error("no answer left");
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
    };
    try {
      for await (const { outcomes } of resync(app, ["1"], () => Promise.resolve())) kinds.push(outcomes[0]?.kind ?? "");
      return { kinds, asked, error: null };
    } catch (error) {
      return { kinds, asked, error };
    }
  };

  it("is asked for once and watched until nothing is checked any more, past a look that fails", async () => {
    expect(await watch([answer([order({ checking: true })]), new Error("cut off"), answer([order()])])).toEqual({ kinds: ["working", "working", "working", "same"], asked: 1, error: null });
  });
  it("gives up watching, and asks no second time, when the app does not answer five times in a row", async () => {
    expect(await watch([])).toMatchObject({ asked: 1, error: expect.objectContaining({ message: "no answer left" }) });
  });
});
