/** States on their way through a consent page, and the connections that come of them. Tokens and the company's id are sealed; only hashes are searched. */
import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { CONSENT_MINUTES } from "#app/config/limits.ts";
import type { ConnectionOutcome, Consents } from "#app/pipeline/ports/consents.ts";
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import type { StoredTokens } from "#app/pipeline/ports/token-store.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { toDate } from "./repositories/instants.ts";
import { TRANSACTION_LIMITS } from "./repositories/scope.ts";
import type { SecretBox } from "./secret-box.ts";

/** `realmKey`: a secret of the app that never changes; a company's id has few enough digits that a plain hash could be tried out. */
type ConsentsOptions = { prisma: PrismaClient; secretBox: SecretBox; realmKey: string };

export function createConsents({ prisma, secretBox, realmKey }: ConsentsOptions): Consents {
  return {
    async begin(shopId, at) {
      const state = randomBytes(32).toString("base64url");
      await prisma.oauthState.create({ data: { stateHash: sha256(state), shopId, createdAt: toDate(at), expiresAt: toDate(at.add({ minutes: CONSENT_MINUTES })) } });
      return state;
    },

    async shopOf(state, at) {
      const row = await prisma.oauthState.findFirst({ where: { stateHash: sha256(state), usedAt: null, expiresAt: { gt: toDate(at) } }, select: { shop: { select: { domain: true } } } });
      return row?.shop.domain ?? null;
    },

    async use(state, shopId, at) {
      const now = toDate(at);
      // One statement decides: of two callbacks with the same state only one updates a row.
      const used = await prisma.oauthState.updateMany({ where: { stateHash: sha256(state), shopId, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
      return used.count === 1;
    },

    connect(shopId, realmId, tokens, at) {
      const realmHash = createHmac("sha256", realmKey).update(`quickbooks_online/${realmId}`).digest("hex");
      return prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`realm/${realmHash}`}, 0)), pg_advisory_xact_lock(hashtextextended(${`connect/${shopId}`}, 0))`;
        const refusal = await refuse(transaction, shopId, realmHash);
        return refusal ?? { kind: "connected", connectionId: await store(transaction, secretBox, { shopId, realmId, realmHash, tokens, at }) };
      }, TRANSACTION_LIMITS);
    },
  };
}

async function refuse(transaction: Prisma.TransactionClient, shopId: string, realmHash: string): Promise<ConnectionOutcome | null> {
  const alive = await transaction.connection.findMany({
    where: { status: { not: "revoked" }, OR: [{ shopId }, { realmHash, shop: { uninstalledAt: null } }] },
    select: { shopId: true, realmHash: true },
  });
  if (alive.some((connection) => connection.shopId !== shopId)) return { kind: "company_taken" };
  if (alive.some((connection) => connection.realmHash !== realmHash)) return { kind: "other_company" };
  return null;
}

type NewConnection = { shopId: string; realmId: string; realmHash: string; tokens: Omit<StoredTokens, "previousRefreshToken">; at: Instant };

async function store(transaction: Prisma.TransactionClient, secretBox: SecretBox, { shopId, realmId, realmHash, tokens, at }: NewConnection): Promise<string> {
  const earlier = await transaction.connection.findFirst({ where: { shopId, realmHash }, orderBy: { createdAt: "desc" }, select: { id: true } });
  const id = earlier?.id ?? randomUUID();
  const seal = (column: string, plain: string) => secretBox.seal(plain, { table: "connections", column, row: id });
  const columns = {
    realmSealed: seal("realm_sealed", realmId),
    accessTokenSealed: seal("access_token_sealed", tokens.accessToken),
    refreshTokenSealed: seal("refresh_token_sealed", tokens.refreshToken),
    previousRefreshTokenSealed: null,
    accessExpiresAt: toDate(tokens.accessTokenExpiresAt),
    refreshExpiresAt: toDate(tokens.refreshTokenExpiresAt),
    status: "active",
    parkedReason: null,
  };
  if (earlier) {
    await transaction.connection.update({ where: { shopId_id: { shopId, id } }, data: columns });
    // What waited meanwhile goes on at once, whatever it had been postponed for. In the order of the ids, as whoever marks many orders does (mark-due.ts): neither then waits for the other in a circle.
    await transaction.$executeRaw`
      WITH later AS (SELECT order_gid FROM due_orders WHERE shop_id = ${shopId} AND due_at > ${toDate(at)} ORDER BY order_gid COLLATE "C" FOR UPDATE)
      UPDATE due_orders SET due_at = ${toDate(at)} FROM later WHERE due_orders.shop_id = ${shopId} AND due_orders.order_gid = later.order_gid`;
    // The company may hold documents of ours from before a loss of our database: a new connection looks up what was placed earlier.
  } else await transaction.connection.create({ data: { id, shopId, ledger: "quickbooks_online", realmHash, facts: {}, lookUpBefore: toDate(at), createdAt: toDate(at), ...columns } });
  return id;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
