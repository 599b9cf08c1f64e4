/** Opens what web and worker both stand on: environment, log, database with its schema, clock, vault and Intuit's endpoints. */
import { createClock } from "#app/config/clock.ts";
import { parseEnvironment } from "#app/config/environment.ts";
import type { Environment } from "#app/config/environment.ts";
import { READINESS_WITHIN_MS } from "#app/config/limits.ts";
import { readBacklog } from "#app/database/backlog.ts";
import { createPrisma } from "#app/database/client.ts";
import type { PrismaClient } from "#app/database/client.ts";
import { runMigrations } from "#app/database/migrations/run-migrations.ts";
import { openDatabase } from "#app/database/open-database.ts";
import { createShopDirectory } from "#app/database/repositories/shops.ts";
import type { ShopDirectory } from "#app/database/repositories/shops.ts";
import { createSecretBox } from "#app/database/secret-box.ts";
import type { SecretBox } from "#app/database/secret-box.ts";
import { createSessionRows } from "#app/database/session-rows.ts";
import { migrateQueue } from "#app/jobs/drain-queue.ts";
import { configureIntuitEndpoints } from "#app/ledgers/quickbooks-online/endpoints.ts";
import { createIntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import type { IntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import { createLogger } from "#app/observability/logger.ts";
import type { Logger } from "#app/observability/logger.ts";
import { createMetrics } from "#app/observability/metrics.ts";
import type { Metrics } from "#app/observability/metrics.ts";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { SessionRows } from "#app/pipeline/ports/session-rows.ts";
import { createOfflineTokens } from "#app/shopify/sessions/offline-token.ts";
import type { OfflineTokens } from "#app/shopify/sessions/offline-token.ts";
import { armFailpoints } from "./armed-failpoint.ts";
import type { Failpoints } from "./armed-failpoint.ts";

/** Where an embedded database lives; web and worker share it by starting in the same folder. */
export const DATA_FOLDER = ".data/postgres";

export type Foundations = {
  failpoints: Failpoints;
  environment: Environment;
  databaseUrl: string;
  prisma: PrismaClient;
  secretBox: SecretBox;
  directory: ShopDirectory;
  sessionRows: SessionRows;
  offlineTokens: OfflineTokens;
  intuit: IntuitOAuth;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  /** Rejects when the database does not answer in time. */
  checkDatabase(): Promise<void>;
  close(): Promise<void>;
};

/** Throws EnvironmentError, DatabaseUnreachable or MigrationRefused, each with a sentence for a person. */
export async function openFoundations(variables: Readonly<Record<string, string | undefined>>, processName: "web" | "worker"): Promise<Foundations> {
  const environment = parseEnvironment(variables);
  const failpoints = armFailpoints(environment);
  const secretBox = createSecretBox(environment.encryptionKeys);
  const clock = createClock(environment.sandbox.clockFile);
  const log = createLogger({ level: environment.logLevel, process: processName });
  const say = (line: string): void => log.info({}, line);
  const database = await openDatabase({ url: environment.databaseUrl, dataDir: DATA_FOLDER, log: say });
  const databaseUrl = database.url;
  await runMigrations({ url: databaseUrl, log: say, alsoUnderLock: () => migrateQueue(databaseUrl, (error) => log.error({ err: error }, "the job engine's schema")) });
  const prisma = createPrisma(databaseUrl);
  const sessionRows = failpoints.port("sessions", createSessionRows({ prisma, secretBox, databaseUrl }));
  const { apiKey, apiSecret, apiOrigin } = environment.shopify;
  return {
    environment, failpoints, databaseUrl, prisma, secretBox, sessionRows, clock, log,
    directory: createShopDirectory(prisma),
    offlineTokens: createOfflineTokens({ rows: sessionRows, clock, endpoint: { apiKey, apiSecret, apiOrigin } }),
    intuit: openIntuit(environment.quickbooks),
    metrics: createMetrics(() => readBacklog(prisma, clock.now())),
    checkDatabase: () => answersInTime(prisma),
    close: async () => {
      await prisma.$disconnect();
      await database.close();
    },
  };
}

function openIntuit({ clientId, clientSecret, environment, redirectUri, apiOrigin, oauthOrigin }: Environment["quickbooks"]): IntuitOAuth {
  configureIntuitEndpoints({ environment, apiOrigin: apiOrigin ?? null, oauthOrigin: oauthOrigin ?? null });
  return createIntuitOAuth({ clientId, clientSecret, environment, redirectUri });
}

async function answersInTime(prisma: PrismaClient): Promise<void> {
  const tooLate = AbortSignal.timeout(READINESS_WITHIN_MS);
  const { promise: late, reject } = Promise.withResolvers<never>();
  tooLate.addEventListener("abort", () => reject(new Error("the database did not answer in time")));
  await Promise.race([prisma.$queryRaw`SELECT 1`, late]);
}
