/** The five methods Shopify's library asks of a session storage, over rows that are encrypted; the library's own Prisma storage keeps tokens in clear text (06). */
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { Clock } from "#app/pipeline/ports/clock.ts";
import type { SessionRows } from "#app/pipeline/ports/session-rows.ts";
import { toRow, toSession } from "./session-text.ts";

export function createSessionStorage(rows: SessionRows, clock: Clock): SessionStorage {
  return {
    async storeSession(session) {
      await rows.put(toRow(session, clock));
      return true;
    },

    async loadSession(id) {
      const row = await rows.get(id);
      return row === null ? undefined : toSession(row, clock);
    },

    async deleteSession(id) {
      await rows.remove([id]);
      return true;
    },

    async deleteSessions(ids) {
      await rows.remove(ids);
      return true;
    },

    async findSessionsByShop(shop) {
      return (await rows.ofShop(shop)).map((row) => toSession(row, clock));
    },
  };
}
