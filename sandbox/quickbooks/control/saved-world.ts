/**
 * The simulator's data in a file, so that a second start finds its companies and connected apps stay connected.
 * The file holds tokens of a sandbox in plain text; it must never hold anything of a real company.
 */
import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import type { CompanyState } from "../company/state.ts";
import { openCompany } from "./open-company.ts";
import { savedWorldSchema } from "./saved-world-schema.ts";
import type { World } from "./world.ts";

/** The log is for people, who look at the last ones only; all of it would make the file grow without end. */
const KEPT_REQUESTS = 200;

/** Written beside the file and renamed, so that a crash leaves the old file or the new one. */
export async function saveWorld({ companies, tokens: { ids: _, ...tokens } }: World, file: string): Promise<void> {
  const text = JSON.stringify({ version: 1, tokens, companies: [...companies.values()].map(({ state }) => withoutOldRequests(state)) });
  const beside = `${file}.${randomUUID()}`;
  try {
    await writeDurably(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

export async function loadWorld(world: World, file: string): Promise<boolean> {
  const text = await readIfThere(file);
  if (text === undefined) return false;
  const saved = savedWorldSchema.parse(JSON.parse(text));
  Object.assign(world.tokens, saved.tokens);
  world.companies.clear();
  for (const state of saved.companies) world.companies.set(state.realmId, openCompany(state, world.monotonicMs));
  return true;
}

function withoutOldRequests(state: CompanyState): CompanyState {
  return { ...state, requests: state.requests.slice(-KEPT_REQUESTS) };
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
