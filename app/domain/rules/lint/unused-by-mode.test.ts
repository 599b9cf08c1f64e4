import { expect, it } from "vitest";
import { effectsOf } from "./effects.ts";
import { unusedByMode } from "./unused-by-mode.ts";

it.each([["drop_ship", {}], ["drop_ship", { vendor: "Acme" }], ["stop_creating_purchase_orders", {}]])("%s %j does nothing but in the mode with purchase orders", (action, params) => {
  const [effect] = effectsOf({ then: [{ action, ...params }] });
  if (!effect) throw new Error("no effect");
  expect(unusedByMode(effect, "sales_orders_invoices_payments")).toMatch(/has no effect: your mode makes no purchase orders\.$/);
  expect(unusedByMode(effect, "sales_orders_invoices_purchase_orders")).toBeNull();
});
