import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDemoArguments } from "./arguments.ts";

describe("what the demo is called with", () => {
  it("is a folder and a port, each with a default", () => {
    expect(parseDemoArguments([])).toEqual({ folder: resolve(".data/demo"), firstPort: 4010 });
    expect(parseDemoArguments(["/tmp/x", "5000"])).toEqual({ folder: "/tmp/x", firstPort: 5000 });
  });

  it.each([["--help"], ["-h"], ["/tmp/x", "no"], ["/tmp/x", "0"], ["/tmp/x", "65530"], ["/tmp/x", "5000", "more"], [""]])("%j starts nothing", (...given) => {
    expect(parseDemoArguments(given)).toBeNull();
  });
});
