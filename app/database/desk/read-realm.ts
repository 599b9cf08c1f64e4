/** The ledger's id of the company whose documents the desk shows; needed to build links to them. */
import type { SecretBox } from "../secret-box.ts";
import { currentConnection } from "./current-connection.ts";
import type { DeskScope } from "./desk-scope.ts";

export async function readRealm(scope: DeskScope, secretBox: SecretBox): Promise<string | null> {
  const connection = await currentConnection(scope);
  return connection && secretBox.open(connection.realmSealed, { table: "connections", column: "realm_sealed", row: connection.id });
}
