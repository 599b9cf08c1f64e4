import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ScriptError } from "./problem.ts";
import { parseScript, type Script } from "./script.ts";

const parse = (script: object): Script => parseScript(JSON.stringify(script));

function problems(script: object | string): string[] {
  try {
    parseScript(typeof script === "string" ? script : JSON.stringify(script));
  } catch (error) {
    if (error instanceof ScriptError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("a play script", () => {
  it("may leave out its whole config: the defaults of the format hold", () => {
    const { config } = parse({ steps: [] });
    expect(config.settings).toMatchObject({ mode: "sales_orders_invoices_payments", statuses: ["pending", "paid", "fulfilled"] });
    expect(config.shop).toEqual({ currency: "USD", timeZone: "America/New_York", country: "US", taxesIncluded: false });
    expect(config).toMatchObject({ rules: [], faults: [], clock: null });
  });

  it("reads amounts written as text or as numbers, and fills in what a step leaves out", () => {
    const { steps } = parse({
      steps: [
        { do: "pay", order: "#1001", amount: 60 },
        { do: "restartApp" },
        { do: "webhooks", set: "duplicate", n: 5 },
        { do: "expect", order: "#1001", documents: [{ kind: "invoice", linkedTo: "sales_order" }] },
      ],
    });
    expect(steps).toEqual([
      { do: "pay", order: "#1001", amount: "60" },
      { do: "restartApp", signal: "SIGTERM", which: "all" },
      { do: "webhooks", set: "duplicate", n: 5 },
      { do: "expect", order: "#1001", documents: [{ kind: "invoice", linkedTo: ["sales_order"] }] },
    ]);
  });

  it("reads what this project added to the format: faults by chance, faults of Shopify, other faults on the way, and switches", () => {
    const { config, steps } = parse({
      config: {
        faults: [{ on: "*", share: 0.05, seed: 7, do: "html" }],
        shopifyFaults: [{ on: "token", do: "commitThenDrop" }],
        company: { switches: { requestIds: "forget", requestIdHours: 24, queryLagMs: 3000 } },
      },
      steps: [
        { do: "faults", value: [] },
        { do: "shopifyFaults", value: [{ on: "graphql", nth: 2, do: "partial", part: "node" }] },
        { do: "quickbooks", action: "setSwitches", value: { requestIds: "ignore" } },
        { do: "quickbooks", action: "create", kind: "invoice", value: { CustomerRef: { name: "Ada" } } },
        { do: "webhooks", set: "delay", by: "P1D" },
        { do: "delete", order: "#1" },
      ],
    });
    expect(config).toMatchObject({ faults: [{ on: "*", share: 0.05 }], shopifyFaults: [{ on: "token" }], company: { switches: { queryLagMs: 3000 } } });
    expect(steps).toHaveLength(6);
  });

  it("reads refunds, edits and cancellations; a cancellation gives everything back unless it says otherwise", () => {
    const { steps } = parse({
      steps: [
        { do: "refund", order: "#1", lines: [{ sku: "A", quantity: 1, restock: true }], shipping: "full" },
        { do: "refund", order: "#1", shipping: 5, transaction: false },
        { do: "edit", order: "#1", add: [{ sku: "B", quantity: 1, price: 3 }], set: [{ sku: "A", quantity: 0 }] },
        { do: "cancel", order: "#1" },
        { do: "cancel", order: "#1", refund: false },
      ],
    });
    expect(steps).toMatchObject([{ shipping: "full" }, { shipping: "5", transaction: false }, { add: [{ price: "3" }], set: [{ quantity: 0 }] }, { refund: true, restock: true }, { refund: false, restock: true }]);
  });

  it("takes rules whose enabled is left out as enabled", () => {
    const rule = { title: "r", when: { all: [{ field: "order.status", op: "equals", value: "paid" }] }, then: [{ action: "do_not_sync" }] };
    expect(parse({ config: { rules: [rule] }, steps: [] }).config.rules).toMatchObject([{ title: "r", enabled: true }]);
  });

  it.each([
    ["a text that is not JSON", "{ nothing", /not JSON/],
    ["no steps", {}, /^steps: is missing; an array is expected$/],
    ["an unknown key at the top", { steps: [], step: [] }, /"step" is not known here/],
    ["a step without a name", { steps: [{}] }, /^steps\[0\]\.do: is missing/],
    ["an unknown step", { steps: [{ do: "ship", order: "#1" }] }, /^steps\[0\]\.do: there is no step "ship"; this version plays create, pay, fulfil/],
    ["a step of a later issue", { steps: [{ do: "bill", order: "#1" }] }, /^steps\[0\]\.do: this version does not play "bill" yet; it plays create/],
    ["a refund of an amount without money", { steps: [{ do: "refund", order: "#1", amount: "5.00", transaction: false }] }, /^steps\[0\]\.amount: cannot be paid back without a transaction/],
    ["a refund of shipping by a word", { steps: [{ do: "refund", order: "#1", shipping: "all" }] }, /^steps\[0\]\.shipping: "full" or a decimal amount/],
    ["a refund of no units", { steps: [{ do: "refund", order: "#1", lines: [{ sku: "A", quantity: 0 }] }] }, /^steps\[0\]\.lines\[0\]\.quantity/],
    ["an edit of nothing", { steps: [{ do: "edit", order: "#1", note: "x" }] }, /^steps\[0\]: changes nothing; give "add", "set" or both/],
    ["an edit to less than nothing", { steps: [{ do: "edit", order: "#1", set: [{ sku: "A", quantity: -1 }] }] }, /^steps\[0\]\.set\[0\]\.quantity/],
    ["a cancellation by a word", { steps: [{ do: "cancel", order: "#1", refund: "yes" }] }, /^steps\[0\]\.refund/],
    ["an amount that is none", { steps: [{ do: "pay", order: "#1", amount: "a lot" }] }, /^steps\[0\]\.amount: a decimal amount/],
    ["a missing order", { steps: [{ do: "fulfil" }] }, /^steps\[0\]\.order: is missing/],
    ["an unknown field of a step", { steps: [{ do: "fulfil", order: "#1", quantity: 2 }] }, /^steps\[0\]: "quantity" is not known here/],
    ["a duration that is none", { steps: [{ do: "advance", by: "3 weeks" }] }, /^steps\[0\]\.by: an ISO 8601 duration/],
    ["an unknown webhook setting", { steps: [{ do: "webhooks", set: "upside down" }] }, /^steps\[0\]\.set: "set" must be duplicate/],
    ["a delay by two clocks", { steps: [{ do: "webhooks", set: "delay", ms: 5, by: "P1D" }] }, /^steps\[0\]: give either "ms" \(real time\) or "by"/],
    ["a fault by chance and by number", { steps: [{ do: "faults", value: [{ on: "*", share: 0.1, nth: 2, do: "html" }] }] }, /^steps\[0\]\.value\[0\]\.share: give either "share" or "nth"/],
    ["a switch that QuickBooks does not have", { steps: [{ do: "quickbooks", action: "setSwitches", value: { turbo: true } }] }, /^steps\[0\]\.value: "turbo" is not known here/],
    ["a hand that QuickBooks does not have", { steps: [{ do: "quickbooks", action: "shred" }] }, /^steps\[0\]\.action: "action" must be delete, void or edit/],
    ["documents expected of no order", { steps: [{ do: "expect", documents: [] }] }, /^steps\[0\]\.order: is missing/],
    ["an expectation of nothing", { steps: [{ do: "expect", order: "#1" }] }, /^steps\[0\]: expects nothing/],
    ["a mode that does not exist", { config: { mode: "everything" }, steps: [] }, /^config\.mode: must be one of the modes sales_orders_invoices_payments/],
    ["a mode that does not exist later on", { steps: [{ do: "setMode", value: "bills" }] }, /^steps\[0\]\.value: must be one of the modes/],
    ["a status that does not exist", { config: { statuses: ["shipped"] }, steps: [] }, /^config\.statuses\[0\]: must be "pending" or/],
    ["a setting that does not exist", { config: { settings: { colour: "red" } }, steps: [] }, /^config\.settings: "colour" is not known here/],
    ["a rule with an unknown field", { config: { rules: [{ title: "r", when: { all: [{ field: "order.mood", op: "equals", value: "x" }] }, then: [{ action: "do_not_sync" }] }] }, steps: [] }, /^config\.rules.*order\.mood/],
    ["a rule with an unknown action", { config: { rules: [{ title: "r", when: { all: [] }, then: [{ action: "dance" }] }] }, steps: [] }, /^config\.rules.*dance/],
    ["a fault on no request", { config: { faults: [{ on: "invoice", nth: 1, do: "status" }] }, steps: [] }, /^config\.faults\[0\]\.on: expected a method/],
    ["a clock that is none", { config: { clock: "noon" }, steps: [] }, /^config\.clock: an instant/],
    ["a time zone that does not exist", { config: { shop: { timeZone: "Mars/Base" } }, steps: [] }, /^config\.shop\.timeZone: a time zone/],
  ])("with %s is refused with the place and the reason", (_, script, expected) => {
    expect(problems(script).join("\n")).toMatch(expected);
  });

  it("is told all its problems at once", () => {
    const found = problems({ config: { clock: "noon" }, steps: [{ do: "ship" }, { do: "advance", by: "soon" }] });
    expect(found.map((text) => text.split(":")[0])).toEqual(["config.clock", "steps[0].do", "steps[1].by"]);
  });

  it.each(["a01", "a02", "a03", "a04", "a05", "a07", "webhooks5x"])("of the project itself reads without a problem: %s", (name) => {
    expect(problems(readFileSync(new URL(`../../scenarios/${name}.json`, import.meta.url), "utf8"))).toEqual([]);
  });
});
