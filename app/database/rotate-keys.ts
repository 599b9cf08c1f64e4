/**
 * Seals every stored secret again with the first key of the ring, so that older keys can be removed; never shows a secret.
 */
import { Client, escapeIdentifier } from "pg";
import { z } from "zod";
import type { SecretBox } from "./secret-box.ts";

/** Every column that holds sealed text. A new one is added here; a test compares the list with the schema. */
export const SEALED_COLUMNS = [
  { table: "shopify_sessions", column: "sealed" },
  { table: "connections", column: "realm_sealed" },
  { table: "connections", column: "access_token_sealed" },
  { table: "connections", column: "refresh_token_sealed" },
  { table: "connections", column: "previous_refresh_token_sealed" },
] as const;

const rowsShape = z.array(z.object({ id: z.string(), sealed: z.string() }));

/** Rows read at a time. */
const PAGE = 500;

/** Answers how many secrets were sealed anew. May be run while the app works, and again after a stop half-way. */
export async function rotateKeys(url: string, secretBox: SecretBox): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rotated = 0;
    for (const place of SEALED_COLUMNS) rotated += await rotateColumn(client, secretBox, place);
    return rotated;
  } finally {
    await client.end();
  }
}

async function rotateColumn(client: Client, secretBox: SecretBox, { table, column }: { table: string; column: string }): Promise<number> {
  const [inTable, ofColumn] = [escapeIdentifier(table), escapeIdentifier(column)];
  let rotated = 0;
  for (let after = ""; ; ) {
    const page = await client.query(`SELECT id, ${ofColumn} AS sealed FROM ${inTable} WHERE ${ofColumn} IS NOT NULL AND id > $1 ORDER BY id LIMIT ${PAGE}`, [after]);
    const rows = rowsShape.parse(page.rows);
    for (const { id, sealed } of rows) {
      if (secretBox.isSealedWithCurrentKey(sealed)) continue;
      const place = { table, column, row: id };
      const anew = secretBox.seal(secretBox.open(sealed, place), place);
      // Only over what was read: a token refreshed meanwhile is newer, and sealed with the first key already.
      const update = await client.query(`UPDATE ${inTable} SET ${ofColumn} = $1 WHERE id = $2 AND ${ofColumn} = $3`, [anew, id, sealed]);
      rotated += update.rowCount ?? 0;
    }
    const last = rows.at(-1);
    if (last === undefined) return rotated;
    after = last.id;
  }
}
