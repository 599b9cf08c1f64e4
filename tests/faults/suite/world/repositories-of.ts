/** The app's own stored state of one shop, for what a person does on its screens. */
import { createDueOrders } from "#app/database/repositories/due-orders.ts";
import type { DueOrders } from "#app/pipeline/ports/repositories.ts";
import type { Tenant } from "./tenant.ts";
import type { World } from "./world.ts";

export const repositoriesOf = ({ prisma }: World, { shopId }: Tenant): { due: DueOrders } => ({ due: createDueOrders({ prisma, shopId }) });
