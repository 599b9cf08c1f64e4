/** A demo in a folder of its own and a browser, for the tests of one file: started before them, ended after them. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchChromium } from "./chromium.ts";
import { type Demo, startDemo } from "./demo-process.ts";

export type DemoInBrowser = {
  /** Both are there from the first test and the file's own `beforeAll` on. */
  readonly demo: Demo;
  readonly browser: Browser;
};

export function useDemo(name: string): DemoInBrowser {
  const folder = mkdtempSync(join(tmpdir(), `tieout-${name}-`));
  let opened: DemoInBrowser | undefined;
  const get = (): DemoInBrowser => {
    if (!opened) throw new Error("the demo has not started yet");
    return opened;
  };
  beforeAll(async () => {
    const [demo, browser] = await Promise.all([startDemo(folder), launchChromium()]);
    opened = { demo, browser };
  });
  afterEach(({ task }) => {
    if (task.result?.state === "fail") for (const log of ["web", "worker"]) console.log(`the end of ${log}.log:\n${lastLines(join(folder, "run", `${log}.log`))}`);
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.demo.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get demo() { return get().demo; },
    get browser() { return get().browser; },
  };
}

/** What the demo did before a test failed goes with its folder. */
function lastLines(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n").slice(-60).map((line) => line.slice(0, 500)).join("\n") : "not there";
}
