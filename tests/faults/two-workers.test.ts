/** Two workers on one database, one of them killed midway: a small form of `npm run faults:workers`. */
import { describe, expect, it } from "vitest";
import { testWorld } from "../play/test-world.ts";
import { twoWorkers } from "./workers/two-workers.ts";

describe("two workers, one of which is killed midway", () => {
  const world = testWorld(["web", "worker", "second-worker"]);

  it("leave every order of four companies in the books once, within QuickBooks' pace", async () => {
    const { violations, posted, throttled, afterKillMs } = await twoWorkers(world(), { companies: 4, orders: 12 });
    console.log(`documents written: worker ${posted.worker}, second worker ${posted["second-worker"]}; done ${Math.round(afterKillMs / 1_000)} s after the kill`);
    expect(violations).toEqual([]);
    expect(throttled).toBe(0);
    expect(posted.worker).toBeGreaterThan(4);
    expect(posted["second-worker"]).toBeGreaterThan(4);
  }, 180_000);
});
