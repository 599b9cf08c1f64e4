/** A process that refreshes the tokens of one connection with the app's own code and dies by SIGKILL at the point its parent names; for tests. */
import { once } from "node:events";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { createPrisma } from "#app/database/client.ts";
import { createSecretBox } from "#app/database/secret-box.ts";
import { createTokenStore } from "#app/database/token-store.ts";
import { configureIntuitEndpoints } from "#app/ledgers/quickbooks-online/endpoints.ts";
import { freshAccessToken } from "#app/ledgers/quickbooks-online/oauth/fresh-access-token.ts";
import { createIntuitOAuth } from "#app/ledgers/quickbooks-online/oauth/intuit-client.ts";
import { APP } from "#app/ledgers/quickbooks-online/testing/connected-company.ts";

const jobSchema = z.object({
  databaseUrl: z.string(), shopId: z.string(), connectionId: z.string(), encryptionKeys: z.string(), origin: z.string(), now: z.string(),
  /** `answered`: Intuit has rotated, nothing is stored yet. `stored`: before the new access token is used. `never`: tells its token and waits to be ended. */
  dies: z.enum(["answered", "stored", "never"]),
});
export type RefreshingJob = z.infer<typeof jobSchema>;

const { origin, now, dies, encryptionKeys, ...job } = jobSchema.parse(JSON.parse(process.argv[2] ?? ""));
const die = (): void => void process.kill(process.pid, "SIGKILL");
configureIntuitEndpoints({ environment: APP.environment, apiOrigin: origin, oauthOrigin: origin });
const intuit = createIntuitOAuth(APP);
const store = createTokenStore({ ...job, prisma: createPrisma(job.databaseUrl, { poolSize: 1 }), secretBox: createSecretBox(encryptionKeys) });

process.send?.("ready");
await once(process, "message");
const token = await freshAccessToken(store, { now: () => Temporal.Instant.from(now) }, {
  refresh: async (refreshToken) => {
    const answer = await intuit.refresh(refreshToken);
    process.send?.("refreshed");
    if (dies === "answered") die();
    return answer;
  },
});
if (dies === "stored") die();
process.send?.({ token });
