/** Keeps the simulators' state in files, so that a second start finds its shops and companies. Each file is written whole or not at all. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { QuickBooksSimulator } from "#sandbox/quickbooks/start-quickbooks.ts";
import type { ShopifySimulator } from "#sandbox/shopify/start-shopify.ts";
import type { Teardown } from "./teardown.ts";

type Simulators = { shopify: ShopifySimulator; quickbooks: QuickBooksSimulator };

/** A killed demo loses at most this much of what the simulators knew. */
const SAVE_EVERY_MS = 1_000;

/** Loads what was kept and saves from then on. True when there was something. */
export async function keepState({ shopify, quickbooks }: Simulators, folder: string, teardown: Teardown): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const files = { shopify: join(folder, "shopify.json"), quickbooks: join(folder, "quickbooks.json") };
  const loaded = await Promise.all([shopify.load(files.shopify), quickbooks.load(files.quickbooks)]);

  let saving: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    saving = saving.then(async () => {
      if (shopify.unsaved()) await shopify.save(files.shopify);
      await quickbooks.save(files.quickbooks);
    });
    return saving;
  };
  const timer = setInterval(() => void save().catch((error: unknown) => console.error("the simulators' state could not be saved:", error)), SAVE_EVERY_MS);
  teardown.defer(async () => {
    clearInterval(timer);
    await save();
  });
  return loaded.every(Boolean);
}
