/** What every read of the desk is built for: one shop, whatever its connection (law 7). */
import type { ShopScope } from "../repositories/scope.ts";

export type DeskScope = Pick<ShopScope, "prisma" | "shopId">;
