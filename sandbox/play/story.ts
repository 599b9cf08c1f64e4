/** What a story is played with: one script, its own shop and company in a running world. */
import type { Tenant } from "#sandbox/launch/install-shop.ts";
import type { Merchant } from "#sandbox/launch/merchant.ts";
import type { World } from "#sandbox/launch/world.ts";
import type { Script } from "./script/script.ts";

/** A script that was read, with every order it creates already looked at. */
export type Story = {
  /** For messages; the script's file, or the orders' folder. */
  file: string;
  script: Script;
  /** The order of each `create` step, by the step's place in the script. */
  orders: ReadonlyMap<number, unknown>;
};

export type Stage = { world: World; tenant: Tenant; merchant: Merchant; story: Story };
