/** The database of one suite process: real PostgreSQL that does not wait for its disk, since no seed survives the machine anyway, and plans each statement once. */
import { createPrisma } from "#app/database/client.ts";
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";
import { PreparingClient } from "./preparing-client.ts";

export async function suiteDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT quote_ident(current_database()) AS name`;
  await database.prisma.$executeRawUnsafe(`ALTER DATABASE ${row?.name ?? ""} SET synchronous_commit = off`);
  await database.prisma.$disconnect();
  // Connections made before keep what they were born with.
  const prisma = createPrisma(database.url, { poolSize: 5, Client: PreparingClient });
  return {
    url: database.url,
    prisma,
    drop: async () => {
      await prisma.$disconnect();
      await database.drop();
    },
  };
}
