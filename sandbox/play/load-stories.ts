/** Reads the scripts or order files that the command line names, before anything is started: what is wrong with them is told in a moment. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { createCompany } from "#sandbox/quickbooks/company/create-company.ts";
import { QuickBooksFault } from "#sandbox/quickbooks/wire/fault.ts";
import { OrderInputError } from "#sandbox/shopify/orders/order-errors.ts";
import { readOrderInput } from "#sandbox/shopify/orders/read-order-input.ts";
import { newShopState } from "#sandbox/shopify/state/shop-state.ts";
import type { PlayArguments } from "./arguments.ts";
import type { PlayConfig, ShopConfig } from "./script/config.ts";
import { placeOf, ScriptError, type ScriptProblem } from "./script/problem.ts";
import { parseConfig, parseJson, parseScript, type Step } from "./script/script.ts";
import type { Story } from "./story.ts";

/** Throws ScriptError with the problems of every file. `notice` hears of files in an orders folder that are no orders. */
export function loadStories(given: PlayArguments, notice: (text: string) => void): Story[] {
  if (given.orders !== null) return [loadOrders(given.orders, given.config, notice)];
  const files = given.scripts.flatMap(jsonFiles);
  return inEach(files, loadScript);
}

function loadScript(file: string): Story {
  const script = parseScript(readText(file));
  const orders = new Map<number, unknown>();
  const problems = problemsOfCompany(script.config);
  for (const [index, step] of script.steps.entries()) {
    if (step.do !== "create") continue;
    try {
      const order = typeof step.order === "string" ? parseJson(readText(resolve(dirname(file), step.order))) : step.order;
      assertOrder(order, script.config.shop);
      orders.set(index, order);
    } catch (error) {
      problems.push(...problemsOfOrder(error, placeOf(["steps", index, "order"])));
    }
  }
  if (problems.length > 0) throw new ScriptError(problems);
  return { script, orders };
}

/** Every order file is created as it is, one after the other, in one shop. */
function loadOrders(path: string, configFile: string | null, notice: (text: string) => void): Story {
  const config: PlayConfig = parseConfig(configFile === null ? "{}" : readText(configFile));
  const problems = problemsOfCompany(config);
  if (problems.length > 0) throw new ScriptError(problems);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const orders = new Map<number, unknown>();
  for (const file of jsonFiles(path)) {
    try {
      const order = parseJson(readText(file));
      assertOrder(order, config.shop);
      orders.set(orders.size, order);
    } catch (error) {
      const problems = problemsOfOrder(error, basename(file));
      if (!isFolder) throw new ScriptError(problems);
      notice(`left out: ${new ScriptError(problems).message}`);
    }
  }
  if (orders.size === 0) throw new ScriptError([{ place: path, reason: "no file in this folder is an order" }]);
  const steps = [...orders.values()].map((): Step => ({ do: "create", order: {} }));
  return { script: { name: `Orders of ${path}`, config, steps }, orders };
}

/** The simulated QuickBooks makes companies; here only to learn whether it would make this one. */
function problemsOfCompany({ company }: PlayConfig): ScriptProblem[] {
  try {
    createCompany("0", company, Temporal.Now.instant());
    return [];
  } catch (error) {
    if (error instanceof QuickBooksFault) return [{ place: "config.company", reason: `QuickBooks could not have it: ${error.message} (${error.detail})` }];
    throw error;
  }
}

/** The simulated Shopify reads orders; here only to learn whether it would take this one. */
function assertOrder(order: unknown, shop: ShopConfig): void {
  const probe = newShopState({ ...shop, domain: "probe.myshopify.com", name: "Probe", restoreRate: 100 }, 0);
  readOrderInput(probe, order, "2026-01-01T00:00:00Z");
}

function problemsOfOrder(error: unknown, place: string): ScriptProblem[] {
  if (error instanceof OrderInputError) return error.problems.map((reason) => ({ place, reason: `not an order: ${reason}` }));
  if (error instanceof ScriptError) return error.problems.map(({ place: inside, reason }) => ({ place: [place, inside].filter(Boolean).join(" "), reason }));
  throw error;
}

/** A folder stands for the JSON files in it, by name. */
function jsonFiles(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => name.endsWith(".json")).sort().map((name) => join(path, name));
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new ScriptError([{ place: file, reason: `cannot be read (${String(error.code)})` }]);
    throw error;
  }
}

/** All files are read, so that the problems of all are told together. */
function inEach<Made>(files: readonly string[], make: (file: string) => Made): Made[] {
  const problems: ScriptProblem[] = [];
  const made = files.flatMap((file) => {
    try {
      return [make(file)];
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      problems.push(...error.problems.map(({ place, reason }) => ({ place: files.length > 1 ? `${file} ${place}`.trim() : place, reason })));
      return [];
    }
  });
  if (problems.length > 0) throw new ScriptError(problems);
  return made;
}
