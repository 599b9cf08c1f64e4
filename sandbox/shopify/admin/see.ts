/** The answer to every form: look at this page now, with a sentence about what happened. */
import { emptyReply } from "../../http/replies.ts";
import type { HttpAnswer } from "../../http/server.ts";

export function see(address: string, { flash, critical = false }: { flash?: string; critical?: boolean } = {}): HttpAnswer {
  if (flash === undefined) return emptyReply(303, { location: address });
  const query = new URLSearchParams({ flash, ...(critical ? { tone: "critical" } : {}) });
  return emptyReply(303, { location: `${address}?${query.toString()}` });
}
