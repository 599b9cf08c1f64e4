-- Runs: manual syncs and backfills, with their progress and a result per order.

-- CreateTable
CREATE TABLE "runs" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "ask_key" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "statuses" TEXT[],
    "own_statuses" BOOLEAN NOT NULL DEFAULT false,
    "anyway" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "found_after" TEXT,
    "history_id" TEXT,
    "not_found" TEXT[],
    "failure" TEXT,
    "asked_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_orders" (
    "shop_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "was_due" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "outcome_state" TEXT,
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_orders_pkey" PRIMARY KEY ("run_id","order_gid")
);

-- CreateIndex
CREATE UNIQUE INDEX "runs_shop_id_ask_key_key" ON "runs"("shop_id", "ask_key");

-- CreateIndex
CREATE INDEX "runs_shop_id_created_at_idx" ON "runs"("shop_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "runs_shop_id_id_key" ON "runs"("shop_id", "id");

-- CreateIndex
CREATE INDEX "run_orders_shop_id_run_id_position_idx" ON "run_orders"("shop_id", "run_id", "position");

-- Looked for with every batch of a drain.
CREATE INDEX "run_orders_waiting" ON "run_orders"("shop_id", "order_gid") WHERE "state" = 'waiting';
-- Looked for with every scan.
CREATE INDEX "runs_finding" ON "runs"("shop_id") WHERE "state" = 'finding';

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "run_orders" ADD CONSTRAINT "run_orders_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "run_orders" ADD CONSTRAINT "run_orders_shop_id_run_id_fkey" FOREIGN KEY ("shop_id", "run_id") REFERENCES "runs"("shop_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Words that are known.
ALTER TABLE "runs" ADD CONSTRAINT "runs_state_known" CHECK ("state" IN ('finding', 'working', 'done', 'cancelled', 'failed'));
ALTER TABLE "run_orders" ADD CONSTRAINT "run_orders_state_known" CHECK ("state" IN ('waiting', 'done', 'left'));
