-- What a person asked for one order: remove its documents, leave it out, or link a document that was found. A newer wish takes the place of an older one.

-- CreateTable
CREATE TABLE "order_wishes" (
    "shop_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "found" JSONB,
    "as_it_is" BOOLEAN NOT NULL DEFAULT false,
    "asked_by" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_wishes_pkey" PRIMARY KEY ("shop_id","order_gid")
);

-- AddForeignKey
ALTER TABLE "order_wishes" ADD CONSTRAINT "order_wishes_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Words that are known.
ALTER TABLE "order_wishes" ADD CONSTRAINT "order_wishes_kind_known" CHECK ("kind" IN ('remove', 'leave_out', 'link'));
ALTER TABLE "order_wishes" ADD CONSTRAINT "order_wishes_state_known" CHECK ("state" IN ('asked', 'done', 'refused'));
ALTER TABLE "order_wishes" ADD CONSTRAINT "order_wishes_link_names_a_document" CHECK ("kind" <> 'link' OR "found" IS NOT NULL);
