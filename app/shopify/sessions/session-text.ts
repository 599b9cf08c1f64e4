/** A session of Shopify's library as text for the vault and back. The library counts expiry in system time; what is stored is business time, which a sandbox moves. */
import { Session } from "@shopify/shopify-api";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { SessionRow } from "#app/pipeline/ports/session-rows.ts";

const storedSchema = z.object({
  state: z.string(),
  scope: z.string().optional(),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  refreshTokenExpiresAt: z.string().optional(),
});

/** Online sessions are not used by this app, so a user's details are never stored. */
export function toRow(session: Session, clock: Clock): SessionRow {
  const { state, scope, accessToken, refreshToken } = session;
  const text: z.infer<typeof storedSchema> = { state, scope, accessToken, refreshToken, refreshTokenExpiresAt: toBusinessTime(session.refreshTokenExpires, clock)?.toString() };
  return { id: session.id, shopDomain: session.shop, isOnline: session.isOnline, text: JSON.stringify(text), expiresAt: toBusinessTime(session.expires, clock) };
}

export function toSession(row: SessionRow, clock: Clock): Session {
  const { refreshTokenExpiresAt, ...stored } = storedSchema.parse(JSON.parse(row.text));
  return new Session({
    id: row.id,
    shop: row.shopDomain,
    isOnline: row.isOnline,
    ...stored,
    ...(row.expiresAt && { expires: toSystemTime(row.expiresAt, clock) }),
    ...(refreshTokenExpiresAt !== undefined && { refreshTokenExpires: toSystemTime(Temporal.Instant.from(refreshTokenExpiresAt), clock) }),
  });
}

function toBusinessTime(date: Date | undefined, clock: Clock): Temporal.Instant | null {
  return date === undefined ? null : clock.now().add({ milliseconds: date.getTime() - Date.now() });
}

function toSystemTime(instant: Temporal.Instant, clock: Clock): Date {
  return new Date(Date.now() + instant.epochMilliseconds - clock.now().epochMilliseconds);
}
