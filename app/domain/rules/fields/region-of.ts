/** People know a state by its code or by its name. */
import type { Address } from "../../order/order.ts";

export const regionOf = (address: Address | null): string[] => [...new Set([address?.region, address?.regionName].flatMap((each) => each ?? []))];
