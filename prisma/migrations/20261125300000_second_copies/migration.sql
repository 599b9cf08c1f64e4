-- A creation that went out again while the answer to its first sending was missing may stand in the books twice: until when the other copy may still turn up.
ALTER TABLE "postings" ADD COLUMN "copy_may_come_until" TIMESTAMPTZ(3);

-- Few postings ever carry it.
CREATE INDEX "postings_copy_may_come" ON "postings"("shop_id", "order_gid") WHERE "copy_may_come_until" IS NOT NULL;
