/** A stock Chromium without special flags but those that a container and a closed network need; third-party storage stays as the browser has it. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";

const KNOWN = [process.env["CHROMIUM_PATH"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Shopify's library answers 410 to what calls itself headless (06, "authenticate.admin"). */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

export function launchChromium(): Promise<Browser> {
  const executablePath = KNOWN.find((path) => path !== "" && existsSync(path));
  if (executablePath === undefined) throw new Error("no Chromium: run `npm run test:browser`, which installs one, or set CHROMIUM_PATH");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
}

export type WatchedPage = { page: Page; /** Console errors, each with the address it is about, and exceptions since the page was opened. */ troubles: string[] };

export async function openPage(browser: Browser, size = { width: 1280, height: 900 }): Promise<WatchedPage> {
  const page = await browser.newPage({ userAgent: USER_AGENT, viewport: size });
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  return { page, troubles };
}

/** The app inside the admin's page. */
export const appFrame = (page: Page) => page.frameLocator("iframe[name=app-iframe]");

/** The same as a frame, for what runs inside of it. */
export function appFrameOf(page: Page): Frame {
  const frame = page.frame({ name: "app-iframe" });
  if (!frame) throw new Error("the admin shows no app");
  return frame;
}
