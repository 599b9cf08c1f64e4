/** Nothing secret or personal in any log line (07, Security): canaries are pushed through every path, error paths included, and looked for in the logs of web and workers. */
import { readFileSync } from "node:fs";
import { expect, describe, it } from "vitest";
import { connectQuickBooks } from "#sandbox/launch/install-shop.ts";
import { testWorld } from "../play/test-world.ts";
import { leaksIn } from "./canaries/leaks.ts";
import { badStarts, consent, databaseErrors, goodbyes, orders, quickBooksTrouble, REFUSED_VALUES, shopifyTrouble, takenName, webhooks } from "./canaries/paths.ts";
import { PERSONAL } from "./canaries/personal.ts";
import { secretsOf } from "./canaries/secrets.ts";
import { openStage } from "./kill/stage.ts";

/** What the log says when the paths were really gone: without these the test would look for canaries where none ever was. */
const SAID = [
  '"level":"error"', "written to the books", "QuickBooks call", "the drain stopped", "an order could not be kept", "an order stopped on an unexpected error", "a webhook could not be stored",
  "QuickBooks gave no tokens for a consent", "an order was not processed", "a drain failed", '"status":401', '"outcome":"rejected"', '"outcome":"duplicate"', '"outcome":"unknown"',
  "The environment is not complete", "does not answer",
];

describe("canaries", () => {
  const world = testWorld();

  it("are in no log line of web and workers, whatever fails", async () => {
    const { app } = world();
    await app.stop("web", "SIGTERM");
    await app.stop("worker", "SIGTERM");
    await app.start("web", { LOG_LEVEL: "trace" });
    await app.start("worker", { LOG_LEVEL: "trace" });
    const stage = await openStage(world());
    const secrets = await secretsOf(stage);

    for (const path of [orders, takenName, quickBooksTrouble, shopifyTrouble, webhooks, consent, databaseErrors]) {
      // What the path before it broke must not keep this one from being gone.
      await connectQuickBooks(world(), stage.tenant);
      await path(stage);
    }
    await connectQuickBooks(world(), stage.tenant);
    const later = Object.fromEntries(Object.entries(await secretsOf(stage)).map(([what, value]) => [`${what}, later`, value]));
    await goodbyes(stage);
    await badStarts(stage);

    const refused = Object.fromEntries(REFUSED_VALUES.map((value) => [value, value]));
    const values = { ...secrets, ...later, ...PERSONAL, ...refused };
    expect(Object.keys(values).length).toBeGreaterThan(30);
    const log = (["web", "worker", "second-worker"] as const).map((name) => readFileSync(app.logFile(name), "utf8")).join("\n");
    expect(SAID.filter((words) => !log.includes(words))).toEqual([]);
    expect(leaksIn(log, values)).toEqual([]);
  }, 600_000);

  it.each([
    ["as it is", "canary+4711/x"], ["in an address", encodeURIComponent("canary+4711/x")], ["as base64", Buffer.from("canary+4711/x and more").toString("base64")],
  ])("would be found %s", (_how, written) => {
    expect(leaksIn(`{"msg":"quiet"}\n{"msg":"told ${written} to everybody"}`, { "the canary": "canary+4711/x" }).length).toBeGreaterThan(0);
  });
});
