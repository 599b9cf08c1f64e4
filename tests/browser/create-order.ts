/** Creates an order in the simulated Shopify's admin as a person does, and opens it in the app. */
import type { Page } from "playwright-core";
import type { Demo } from "./demo-process.ts";

/** `shipped`: its items are fulfilled before the app is opened. `gateway`: what it is paid through, where that is not left as it is. */
export async function createOrder(page: Page, { storeUrl }: Pick<Demo, "storeUrl">, shipped = false, gateway?: string): Promise<void> {
  await page.goto(`${storeUrl}/orders/new`);
  if (gateway !== undefined) await page.getByLabel("Paid through").selectOption(gateway);
  await page.getByRole("button", { name: "Create order" }).click();
  await page.waitForURL(/\/orders\/\d+/);
  if (shipped) {
    await page.getByRole("button", { name: "Fulfill items" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Fulfill", exact: true }).click();
  }
  await page.getByRole("link", { name: "Open in Tieout" }).click();
}
