/** What a merchant sees before a sync: the app's own previews, opened the first time one is asked for. Writes nothing. */
import { createPreviews } from "#app/composition/previews.ts";
import { openFoundations } from "#app/composition/foundations.ts";
import type { ShopFacts } from "#app/pipeline/ports/repositories.ts";
import type { ShopDesk } from "#app/pipeline/ports/shop-desk.ts";
import type { AppEnvironment } from "./app-environment.ts";
import type { Teardown } from "./teardown.ts";

export type MerchantPreviews = (shop: ShopFacts) => Promise<Pick<ShopDesk, "preview" | "previewOrder">>;

export function openMerchantPreviews(environment: AppEnvironment, teardown: Teardown): MerchantPreviews {
  let opened: Promise<ReturnType<typeof createPreviews>> | null = null;
  const open = async (): Promise<ReturnType<typeof createPreviews>> => {
    // Its log would stand among the lines of a play.
    const foundations = await openFoundations({ ...environment, LOG_LEVEL: "silent" }, "web");
    teardown.defer(() => foundations.close());
    return createPreviews(foundations);
  };
  return async (shop) => {
    opened ??= open();
    return (await opened)(shop);
  };
}
