-- Look-up-first: orders that may be in the books without our record (decision 019), and the life sign that tells a restored database.

-- AlterTable
ALTER TABLE "connections" ADD COLUMN "look_up_before" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "look_ups" (
    "shop_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "looked_up_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "look_ups_pkey" PRIMARY KEY ("shop_id","connection_id","order_gid")
);

-- CreateTable
CREATE TABLE "database_life" (
    "id" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "database_life_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "look_ups" ADD CONSTRAINT "look_ups_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "look_ups" ADD CONSTRAINT "look_ups_shop_id_connection_id_fkey" FOREIGN KEY ("shop_id", "connection_id") REFERENCES "connections"("shop_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One row only.
ALTER TABLE "database_life" ADD CONSTRAINT "database_life_is_one_row" CHECK ("id" = 1);
