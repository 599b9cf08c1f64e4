/**
 * How Prisma's command line reaches the database: through the driver adapter, because its engines are never downloaded.
 *
 * `prisma generate` and `prisma migrate diff --from-empty … --script` work this way. What has to read an existing schema
 * (`migrate dev`, `db pull`) does not: adapter 6.19.3 cannot convert PostgreSQL's types `name` and `"char"`. Migrations are
 * applied by app/database/migrations. The address is handed over in parts because of another fault: given a connection
 * string, the adapter takes the real database for the shadow database and replays the migrations in it.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => new PrismaPg(addressInParts(process.env["DATABASE_URL"] ?? "")),
});

function addressInParts(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: port === "" ? 5432 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    // Prisma does not close the pool: without this a command ends 10 s after its work.
    allowExitOnIdle: true,
  };
}
