/** The scope every repository is built for: one shop and its connection. Nothing here may take a shop's id from a caller's argument (law 7). */
import type { PrismaClient } from "../generated/client.ts";

export type ShopScope = { readonly prisma: PrismaClient; readonly shopId: string; readonly connectionId: string };

/** How long a transaction waits for a pooled connection and may then take; generous, because giving up on a record costs a whole run. */
export const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 20_000 } as const;
