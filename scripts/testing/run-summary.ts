/** Vitest reporter: says at the end how many tests ran, how many were skipped and why, and leaves the figures for CI. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from "vitest/node";
import { contractsDir } from "../../tests/contracts/contracts-dir.ts";

/** `failures` tells of each failure in a line: what CI printed is kept only in part, and its end says what the middle said. */
type Figures = { passed: number; failed: number; skipped: string[]; failures: string[] };

const MESSAGE_LENGTH = 1_000;

export class RunSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const figures = count(modules, unhandledErrors);
    console.log(sentence(figures));
    const path = process.env["TEST_FIGURES"];
    if (path !== undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(figures));
    }
  }
}

/** A file that could not even be collected, and an error outside of every test, count as one failure each. */
function count(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Figures {
  let passed = 0;
  const skipped: string[] = [];
  const failures = unhandledErrors.map((error) => failure("outside of every test", [error]));
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === "passed") passed++;
      else if (state === "failed") failures.push(failure(`${module.relativeModuleId} > ${test.fullName}`, errors));
      else skipped.push(`${test.fullName}${reasonOf(test)}`);
    }
    for (const part of [module, ...module.children.allSuites()]) failures.push(...part.errors().map((error) => failure(nameOf(part), [error])));
  }
  return { passed, failed: failures.length, skipped, failures };
}

function nameOf(part: TestModule | TestSuite): string {
  return part.type === "module" ? part.relativeModuleId : `${part.module.relativeModuleId} > ${part.fullName}`;
}

/** Where it failed, and the beginning of what was said. */
function failure(where: string, errors: readonly SerializedError[]): string {
  return `${where}: ${errors.map(({ message }) => message.slice(0, MESSAGE_LENGTH)).join("; ")}`.replaceAll(/\s+/g, " ");
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
