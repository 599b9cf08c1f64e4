/** Orders that customers place while nobody looks at the admin. */
import type { Demo } from "./demo-process.ts";

/** Orders with a total of 0. The article is the sample shop's. */
export async function placeFreeOrders({ storeUrl }: Pick<Demo, "storeUrl">, count: number): Promise<void> {
  const place = async (): Promise<void> => {
    const { url } = await fetch(`${storeUrl}/orders`, { method: "POST", body: new URLSearchParams({ sku: "TEE-RED-M", quantity: "1", customer: "none", discount: "100%" }) });
    if (!/\/orders\/\d+/.test(url)) throw new Error(`no order was created; the admin answered with ${url}`);
  };
  await Promise.all(Array.from({ length: count }, place));
}
