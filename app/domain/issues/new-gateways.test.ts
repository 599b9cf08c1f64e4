import { describe, expect, it } from "vitest";
import { sampleOrder } from "../order/sample-order.ts";
import { DEFAULT_SETTINGS, type SettingOptions } from "../settings/settings.ts";
import { newGatewayIssues } from "./new-gateways.ts";

const waiting = (options: Partial<SettingOptions> = {}) => ({ options: { ...DEFAULT_SETTINGS.options, newGateways: "wait" as const, ...options } });
const order = sampleOrder({ paid: ["20.00", "23.20"], gateway: "paypal" });

describe("a gateway without an account of its own", () => {
  it("is asked about once, however many payments came through it", () => {
    expect(newGatewayIssues(order, waiting(), []).map(({ code, cause }) => [code, cause])).toEqual([["gateway_not_mapped", "paypal"]]);
  });

  it("is not asked about where it has one, where new ones may go to the default, or for gift cards", () => {
    expect(newGatewayIssues(order, waiting({ depositAccounts: { paypal: "Checking" } }), [])).toEqual([]);
    expect(newGatewayIssues(order, waiting({ newGateways: "default" }), [])).toEqual([]);
    expect(newGatewayIssues(sampleOrder({ paid: ["43.20"], gateway: "gift_card" }), waiting(), [])).toEqual([]);
  });

  it("is not asked about again once its money is booked", () => {
    expect(newGatewayIssues(order, waiting(), [{ kind: "payment", part: "900" }])).toEqual([]);
    expect(newGatewayIssues(order, waiting(), [{ kind: "invoice", part: "1" }])).toHaveLength(1);
  });
});
