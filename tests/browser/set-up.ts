/** The first minute of every shop in the demo: QuickBooks connected, the suggested choices taken. */
import type { Page } from "playwright-core";
import { appFrame } from "./chromium.ts";
import type { Demo } from "./demo-process.ts";

export async function setUp(page: Page, { appUrl }: Pick<Demo, "appUrl">): Promise<void> {
  const app = appFrame(page);
  await page.goto(`${appUrl}/setup`);
  await app.getByRole("button", { name: "Connect QuickBooks" }).click();
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await app.getByRole("button", { name: /finish/i }).click();
  await page.waitForURL(({ pathname }) => !pathname.includes("/setup") && !pathname.includes("/connected"));
}
