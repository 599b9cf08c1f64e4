/** What the admin's pages need of the simulator: its shops to read, and the actions to change them. */
import type { Temporal } from "temporal-polyfill";
import type { ShopifySimulator } from "../simulator.ts";
import type { ShopState } from "../state/shop-state.ts";

export type App = { name: string; apiKey: string; url: () => string | undefined };

export type AdminBackend = {
  app: App;
  shops: () => ShopState[];
  actions: Pick<ShopifySimulator, "createOrder" | "pay" | "fulfil" | "edit" | "refund" | "cancel" | "install" | "uninstall" | "sendCompliance" | "sessionToken">;
  now: () => Temporal.Instant;
};

/** One request to a page of one shop. */
export type PageRequest = {
  backend: AdminBackend;
  shop: ShopState;
  url: URL;
  /** The form's fields; empty for a GET. */
  form: URLSearchParams;
};
