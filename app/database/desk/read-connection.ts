/** What a person sees of the shop's connection. Never reads a token. */
import { z } from "zod";
import type { ConnectionFacts } from "#app/pipeline/ports/shop-desk.ts";
import { parseStoredFacts } from "../repositories/company-facts.ts";
import { toInstant } from "../repositories/instants.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

const statusSchema = z.enum(["active", "parked", "revoked"]);

export async function readConnection(scope: DeskScope): Promise<ConnectionFacts | null> {
  const row = await currentConnection(scope);
  if (row === null) return null;
  const { company } = parseStoredFacts(row.facts);
  return {
    status: statusSchema.parse(row.status),
    parkedReason: row.parkedReason,
    companyName: company?.name ?? null,
    country: company?.country ?? null,
    currency: company?.homeCurrency ?? null,
    connectedAt: toInstant(row.createdAt),
    factsReadAt: row.factsReadAt && toInstant(row.factsReadAt),
    autoApplyCredit: company?.autoApplyCredit ?? null,
    autoApplyPayments: company?.autoApplyPayments ?? null,
  };
}
