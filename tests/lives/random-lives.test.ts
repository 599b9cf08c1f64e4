import { expect, it } from "vitest";
import { surveyLives } from "./random-lives.ts";

it("random lives are planned soundly, whatever happens to the order", { timeout: 120_000 }, async () => {
  const { failures, kinds, orders, plans } = await surveyLives(Number(process.env["N"] ?? 300), 1);
  console.log(orders, plans, Object.fromEntries(kinds));
  console.log(failures.length, failures.slice(0, 40).join("\n"));
  expect(failures.length).toBe(0);
});
