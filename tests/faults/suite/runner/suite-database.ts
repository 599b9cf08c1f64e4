/** The database of one suite process: real PostgreSQL that does not wait for its disk, since no seed survives the machine anyway. */
import { type TestDatabase, testDatabase } from "#app/database/testing.ts";

export async function suiteDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT quote_ident(current_database()) AS name`;
  await database.prisma.$executeRawUnsafe(`ALTER DATABASE ${row?.name ?? ""} SET synchronous_commit = off`);
  // Connections made before keep what they were born with.
  await database.prisma.$disconnect();
  return database;
}
