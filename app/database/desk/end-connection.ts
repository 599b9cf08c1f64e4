/** Ends a shop's connection: marked revoked, tokens erased. Documents, bindings and what is due stay; never talks to the ledger. */
import type { Instant } from "#app/pipeline/ports/repositories.ts";
import { toDate } from "../repositories/instants.ts";
import type { SecretBox } from "../secret-box.ts";
import type { DeskScope } from "./desk-scope.ts";

/** The refresh token to be revoked at the ledger; null when there is nothing to revoke or, after an uninstall, nobody may be called. */
export type LiveConnection = { connectionId: string; refreshToken: string | null };

const REFRESH_TOKEN = "refresh_token_sealed";

/** Null when the shop has no connection that is not revoked. */
export async function liveConnection({ prisma, shopId }: DeskScope, secretBox: SecretBox): Promise<LiveConnection | null> {
  const row = await prisma.connection.findFirst({
    where: { shopId, status: { not: "revoked" } },
    select: { id: true, refreshTokenSealed: true, shop: { select: { uninstalledAt: true } } },
  });
  if (row === null) return null;
  const callable = row.shop.uninstalledAt === null;
  return { connectionId: row.id, refreshToken: callable ? secretBox.open(row.refreshTokenSealed, { table: "connections", column: REFRESH_TOKEN, row: row.id }) : null };
}

/** Empty texts are sealed in the tokens' place, so that a drain still under way finds tokens that will not do, and stops, instead of a text that does not open. */
export async function eraseConnection({ prisma, shopId }: DeskScope, secretBox: SecretBox, connectionId: string, at: Instant): Promise<void> {
  const erased = (column: string): string => secretBox.seal("", { table: "connections", column, row: connectionId });
  await prisma.connection.updateMany({
    where: { shopId, id: connectionId },
    data: {
      status: "revoked",
      parkedReason: null,
      accessTokenSealed: erased("access_token_sealed"),
      refreshTokenSealed: erased(REFRESH_TOKEN),
      previousRefreshTokenSealed: null,
      accessExpiresAt: toDate(at),
      refreshExpiresAt: toDate(at),
      updatedAt: toDate(at),
    },
  });
}
