/** Uninstalled means silent: no call to Shopify or QuickBooks any more, webhooks still answered; a reinstall goes on without doubling. */
import { describe, expect, it } from "vitest";
import { installShop } from "#sandbox/launch/install-shop.ts";
import { untilIdle } from "#sandbox/play/idle.ts";
import { playSteps } from "#sandbox/play/play-steps.ts";
import { setStage } from "#sandbox/play/set-stage.ts";
import { loadScenario, testWorld } from "./test-world.ts";

describe("a shop that uninstalls the app", () => {
  const world = testWorld();

  it("is not called any more, and its documents are the same after it installs again", async () => {
    const stage = await setStage(world(), loadScenario("a01"));
    expect(await playSteps(stage)).toEqual([]);
    const { shopify, quickbooks } = world();
    const { shop, realmId } = stage.tenant;
    const documents = (): unknown => ["Estimate", "Invoice", "Payment", "Customer", "Item"].map((entity) => quickbooks.documents(realmId, entity).map((row) => row["Id"]));
    const before = documents();

    shopify.uninstall(shop);
    await shopify.idle();
    const calls = (): unknown => ({ shopify: shopify.graphqlCalls(shop), quickbooks: quickbooks.requests(realmId).length });
    const silent = calls();
    const [order] = shopify.orders(shop);
    await stage.merchant.resync([order?.gid ?? ""]);
    await untilIdle(stage);
    expect(calls()).toEqual(silent);
    expect(shopify.webhookLog(shop).filter(({ topic }) => topic === "app/uninstalled").map(({ status }) => status)).toEqual([200]);
    for (const topic of ["customers/data_request", "customers/redact", "shop/redact"] as const) shopify.sendCompliance(shop, topic);
    await shopify.idle();
    expect(shopify.webhookLog(shop).slice(-3).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(calls()).toEqual(silent);

    shopify.install(shop);
    await installShop(world(), shop);
    await stage.merchant.resync([order?.gid ?? ""]);
    await untilIdle(stage);
    expect(documents()).toEqual(before);
    expect(calls()).not.toEqual(silent);
  }, 120_000);
});
