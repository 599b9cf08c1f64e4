-- The sweep's place in a shop, what it found that no webhook told of, and which waiting orders of a parked connection are listed already.
-- Expands only: the release before this one neither reads nor writes these columns.

ALTER TABLE "shop_cursors" ADD COLUMN "reading_from" TIMESTAMPTZ(3);
ALTER TABLE "shop_cursors" ADD COLUMN "next_sweep_at" TIMESTAMPTZ(3);
ALTER TABLE "shop_cursors" ADD COLUMN "missed_total" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "shop_cursors" ADD COLUMN "missed_since_webhook" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "orders" ADD COLUMN "read_at" TIMESTAMPTZ(3);

ALTER TABLE "due_orders" ADD COLUMN "listed_seq" BIGINT;

CREATE INDEX "inbox_events_shop_id_received_at_idx" ON "inbox_events"("shop_id", "received_at");
