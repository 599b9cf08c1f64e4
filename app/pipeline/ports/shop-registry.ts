/** The shop registry port: who installed the app. Apart from the repositories, because it is what makes a shop exist. */
import type { Instant, ShopFacts } from "./repositories.ts";

export type NewShopFacts = Omit<ShopFacts, "id">;

export interface ShopRegistry {
  /** Makes the shop or brings its facts up to date; one that was uninstalled is installed again. Answers its id. */
  register(facts: NewShopFacts, at: Instant): Promise<string>;
}
