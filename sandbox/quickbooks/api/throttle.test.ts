import { describe, expect, it } from "vitest";
import { createThrottle } from "./throttle.ts";

describe("the request limits", () => {
  const setUp = () => {
    let now = 0;
    const throttle = createThrottle(() => now);
    const admitted = (count: number, isBatch = false): number =>
      Array.from({ length: count }, () => throttle.admit(isBatch)).filter(Boolean).length;
    return { admitted, wait: (ms: number) => (now += ms) };
  };

  it("admit ten requests in any second", () => {
    const { admitted, wait } = setUp();
    expect(admitted(12)).toBe(10);
    wait(999);
    expect(admitted(1)).toBe(0);
    wait(1);
    expect(admitted(12)).toBe(10);
  });

  it("admit five hundred in any minute", () => {
    const { admitted, wait } = setUp();
    let total = 0;
    for (let second = 0; second < 59; second += 1, wait(1000)) total += admitted(10);
    expect(total).toBe(500);
    wait(1000);
    expect(admitted(10)).toBe(10);
  });

  it("admit forty batches in any minute", () => {
    const { admitted, wait } = setUp();
    let total = 0;
    for (let second = 0; second < 10; second += 1, wait(1000)) total += admitted(10, true);
    expect(total).toBe(40);
    expect(admitted(1)).toBe(1);
  });

  it("do not count what they refuse", () => {
    const { admitted, wait } = setUp();
    admitted(10);
    wait(500);
    admitted(100);
    wait(500);
    expect(admitted(10)).toBe(10);
  });
});
