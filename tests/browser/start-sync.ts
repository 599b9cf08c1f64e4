/** A sync by hand as a person drives it: numbers typed, previewed, started. */
import type { Page } from "playwright-core";
import { appFrame } from "./chromium.ts";
import type { Demo } from "./demo-process.ts";
import { openScreen } from "./open-screen.ts";

/** Opens the form and types into it; nothing is asked yet. */
export async function typeNumbers(page: Page, { appUrl }: Pick<Demo, "appUrl">, numbers: string): Promise<void> {
  await openScreen(page, appUrl, "/app/sync");
  await appFrame(page).locator("label", { hasText: "Order numbers" }).first().click();
  await appFrame(page).getByRole("textbox", { name: "Order numbers" }).fill(numbers);
}

/** Until the answer to what stands in the form is shown. */
export async function preview(page: Page): Promise<void> {
  await appFrame(page).getByRole("button", { name: "Preview", exact: true }).click();
  await appFrame(page).getByRole("heading", { name: "What would happen" }).waitFor({ timeout: 60_000 });
}

/** Previews where that has not been done yet, and starts; answers the path of the run's page. */
export async function startSync(page: Page): Promise<string> {
  const start = appFrame(page).getByRole("button", { name: "Start sync" });
  if (await start.isDisabled()) await preview(page);
  await start.click();
  await page.waitForURL(/\/sync\/[0-9a-f-]{36}/);
  return `/app/sync/${/[0-9a-f-]{36}/.exec(page.url().replace(/^.*\/sync\//, ""))?.[0] ?? ""}`;
}
