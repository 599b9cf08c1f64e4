/** Vitest reporter: says at the end how many tests ran, how many were skipped and why, and leaves the figures for CI. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";
import { contractsDir } from "../../tests/contracts/contracts-dir.ts";

type Figures = { passed: number; failed: number; skipped: string[] };

export class RunSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const figures = count(modules, unhandledErrors.length);
    console.log(sentence(figures));
    const path = process.env["TEST_FIGURES"];
    if (path !== undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(figures));
    }
  }
}

/** A file that could not even be collected, and an error outside of every test, count as one failure each. */
function count(modules: readonly TestModule[], unhandledErrors: number): Figures {
  const figures: Figures = { passed: 0, failed: unhandledErrors, skipped: [] };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") figures.passed++;
      else if (state === "failed") figures.failed++;
      else figures.skipped.push(`${test.fullName}${reasonOf(test)}`);
    }
    figures.failed += module.errors().length + [...module.children.allSuites()].reduce((sum: number, suite: TestSuite) => sum + suite.errors().length, 0);
  }
  return figures;
}

/** The note given to `context.skip(note)`, where there is one. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === "skipped" && result.note !== undefined ? ` (${result.note})` : "";
}

function sentence({ passed, failed, skipped }: Figures): string {
  const lines = [`tests: ${passed + failed} ran (${passed} passed, ${failed} failed), ${skipped.length} skipped`];
  if (contractsDir === undefined) {
    lines.push("  contracts absent: tests against Shopify's and Intuit's own schemas are skipped; set CONTRACTS_DIR or put them in ../shared/contracts");
  }
  return [...lines, ...skipped.map((name) => `  skipped: ${name}`)].join("\n");
}
