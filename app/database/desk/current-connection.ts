/** The connection whose documents the desk shows: the one in use, else the last one that was; null for a shop that never connected. */
import type { DeskScope } from "./desk-scope.ts";

export type CurrentConnection = NonNullable<Awaited<ReturnType<typeof currentConnection>>>;

export async function currentConnection({ prisma, shopId }: DeskScope) {
  const connections = await prisma.connection.findMany({
    where: { shopId },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, status: true, parkedReason: true, realmSealed: true, facts: true, factsReadAt: true, createdAt: true },
  });
  return connections.find(({ status }) => status !== "revoked") ?? connections[0] ?? null;
}
