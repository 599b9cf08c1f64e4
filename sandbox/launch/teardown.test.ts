import { describe, expect, it } from "vitest";
import { createTeardown } from "./teardown.ts";

describe("a teardown", () => {
  it("takes down in reverse, and once however often it is asked", async () => {
    const teardown = createTeardown();
    const closed: string[] = [];
    teardown.defer(async () => void closed.push("database"));
    teardown.defer(async () => void closed.push("app"));
    await Promise.all([teardown.stop(), teardown.stop()]);
    expect(closed).toEqual(["app", "database"]);
  });

  it("goes on after a failure and tells it at the end", async () => {
    const teardown = createTeardown();
    const closed: string[] = [];
    teardown.defer(async () => void closed.push("database"));
    teardown.defer(() => Promise.reject(new Error("the app hangs")));
    await expect(teardown.stop()).rejects.toThrow("the app hangs");
    expect(closed).toEqual(["database"]);
  });

  it("waits for what is starting up, so that nothing started late is left behind", async () => {
    const teardown = createTeardown();
    const ready = Promise.withResolvers<undefined>();
    const closed: string[] = [];
    const starting = teardown.startingUp(async () => {
      await ready.promise;
      teardown.defer(async () => void closed.push("app"));
    });
    const stopping = teardown.stop();
    ready.resolve(undefined);
    await starting;
    await stopping;
    expect(closed).toEqual(["app"]);
  });
});
