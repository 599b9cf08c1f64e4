/**
 * Makes the Prisma client, through the driver adapter so that no engine is downloaded; only repositories and their composition use it.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { PrismaClient } from "#app/database/generated/client.ts";
import { createPool } from "./pool.ts";
import { CONNECT_WITHIN_MS } from "./reach-database.ts";

export type { PrismaClient };

/** Connections of one process. With several processes on one server, stay well below its `max_connections`. */
const DEFAULT_POOL_SIZE = 10;

/** Connects at the first query; the caller ends with `$disconnect()`. `Client`: another kind of connection than the driver's own. */
export function createPrisma(url: string, options: { poolSize?: number; Client?: PoolConfig["Client"] } = {}): PrismaClient {
  const pool = createPool({
    connectionString: url,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    ...(options.Client && { Client: options.Client }),
  });
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
}
