/** What a screen says on top while nothing reaches QuickBooks. */
import type { ConnectionFacts } from "#app/pipeline/ports/shop-desk.ts";

export type ConnectionNotice = "paused" | "not_connected" | null;

export function connectionNotice(connection: ConnectionFacts | null): ConnectionNotice {
  if (connection === null || connection.status === "revoked") return "not_connected";
  return connection.status === "parked" ? "paused" : null;
}
