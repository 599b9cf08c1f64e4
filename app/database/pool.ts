/** The pool of one process's database connections; a connection that dies in use leaves it by itself, and none may stay in it for ever. */
import { Pool, type PoolClient, type PoolConfig } from "pg";

/**
 * Prisma 6.19 gives the connection of a transaction back only after its COMMIT or ROLLBACK was answered. Where the server went away in between neither is,
 * and the dead connection would keep its place: after as many losses as the pool has places every query waits in vain, and a process asked to stop waits for it.
 */
export function createPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  const inUse = new Set<PoolClient>();
  pool.on("acquire", (client) => inUse.add(client));
  pool.on("release", (_error, client) => inUse.delete(client));
  pool.on("connect", (client) => {
    client.once("end", () => {
      if (!inUse.has(client)) return;
      client.release(true);
      // Whoever still holds it may give it back a second time, which the pool would throw at.
      client.release = () => undefined;
    });
  });
  return pool;
}
