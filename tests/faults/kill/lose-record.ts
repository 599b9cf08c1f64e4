/** An operator's accident with one shop: what the app recorded of its orders and of the books is gone, while the books stay as they are. Only while no worker runs. */
import { Client } from "pg";
import { RECORD_TABLES } from "../../pipeline/lost-record.ts";
import type { KillStage } from "./stage.ts";

/** Orders placed until a minute from now are in doubt, as after an operator's word that a backup was restored. */
export async function loseRecord({ world, tenant }: KillStage): Promise<void> {
  const client = new Client({ connectionString: world.database.url });
  await client.connect();
  try {
    for (const table of RECORD_TABLES) await client.query(`DELETE FROM ${table} WHERE shop_id = (SELECT id FROM shops WHERE domain = $1)`, [tenant.shop]);
    await client.query("UPDATE connections SET look_up_before = $2 WHERE shop_id = (SELECT id FROM shops WHERE domain = $1)", [tenant.shop, world.clock.now().add({ minutes: 1 }).toString()]);
  } finally {
    await client.end();
  }
}
