import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runDatabaseCli } from "./cli.ts";
import { createPrisma } from "./client.ts";
import { MIGRATIONS_FOLDER, readMigrations } from "./migrations/read-migrations.ts";
import { SEALED_COLUMNS } from "./rotate-keys.ts";
import { createSecretBox } from "./secret-box.ts";
import { type EmptyDatabase, emptyDatabase } from "./testing.ts";

const OLD = `old:${randomBytes(32).toString("base64")}`;
const NEW = `new:${randomBytes(32).toString("base64")}`;

let database: EmptyDatabase;
let lines: string[];
beforeEach(async () => {
  database = await emptyDatabase();
  lines = [];
});
afterEach(() => database.drop());

const run = (args: string[], encryptionKeys = OLD) =>
  runDatabaseCli(args, { databaseUrl: database.url, dataDir: "/nowhere", encryptionKeys, log: (line) => lines.push(line), now: () => Temporal.Instant.from("2026-11-25T12:00:00Z") });

test("migrate brings the schema up to date and says so", async () => {
  expect(await run(["migrate"])).toBe(0);
  expect(lines).toContain(`${(await readMigrations(MIGRATIONS_FOLDER)).length} migration(s) applied.`);
  expect(await run(["migrate"])).toBe(0);
  expect(lines.at(-1)).toBe("The schema is up to date.");
});

test.each([[[]], [["destroy"]], [["migrate", "now"]]])("%j is answered with the usage and 2", async (args: string[]) => {
  expect(await run(args)).toBe(2);
  expect(lines).toEqual(["Usage: database migrate | restored | rotate-keys"]);
});

test("rotate-keys seals every secret with the first key, so that the old one can go; a second run has nothing to do", async () => {
  await run(["migrate"]);
  const prisma = createPrisma(database.url);
  const before = createSecretBox(OLD);
  const seal = (column: string) => before.seal(`secret of ${column}`, { table: "connections", column, row: "c" });
  const at = new Date();
  await prisma.shop.create({ data: { id: "s", domain: "s.example", currency: "USD", timeZone: "UTC", country: "US", taxesIncluded: false, installedAt: at } });
  await prisma.connection.create({
    data: {
      id: "c", shopId: "s", ledger: "quickbooks_online", realmHash: "h", status: "active", facts: {}, accessExpiresAt: at, refreshExpiresAt: at,
      realmSealed: seal("realm_sealed"), accessTokenSealed: seal("access_token_sealed"), refreshTokenSealed: seal("refresh_token_sealed"),
    },
  });
  await prisma.shopifySession.create({
    data: { id: "offline_s", shopDomain: "s.example", isOnline: false, sealed: before.seal("session", { table: "shopify_sessions", column: "sealed", row: "offline_s" }) },
  });

  expect(await run(["rotate-keys"], `${NEW},${OLD}`)).toBe(0);
  expect(lines.at(-1)).toMatch(/^4 secret\(s\)/);
  await run(["rotate-keys"], NEW);
  expect(lines.at(-1)).toMatch(/^0 secret\(s\)/);

  const after = createSecretBox(NEW);
  const connection = await prisma.connection.findUniqueOrThrow({ where: { id: "c" } });
  expect(after.open(connection.refreshTokenSealed, { table: "connections", column: "refresh_token_sealed", row: "c" })).toBe("secret of refresh_token_sealed");
  await prisma.$disconnect();
});

test("rotation knows every sealed column of the schema", async () => {
  await run(["migrate"]);
  const prisma = createPrisma(database.url);
  const columns = await prisma.$queryRaw`
    SELECT table_name::text AS "table", column_name::text AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ~ '(^|_)sealed$' ORDER BY 1, 2`;
  const known = [...SEALED_COLUMNS].sort((a, b) => (a.table + a.column).localeCompare(b.table + b.column, "en"));
  expect(columns).toEqual(known);
  await prisma.$disconnect();
});
