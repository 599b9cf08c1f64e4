-- The rules that somebody is working on: one draft per shop, beside its published versions. Expand only.
CREATE TABLE "rule_drafts" (
    "shop_id" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "based_on" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_by" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_drafts_pkey" PRIMARY KEY ("shop_id")
);

ALTER TABLE "rule_drafts" ADD CONSTRAINT "rule_drafts_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Who published a version, and whether orders of which nothing was sent were planned anew.
ALTER TABLE "rule_sets" ADD COLUMN "published_by" TEXT, ADD COLUMN "unsent_too" BOOLEAN;
