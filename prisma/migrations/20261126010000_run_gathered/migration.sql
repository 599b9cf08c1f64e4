-- How many orders Shopify's bulk operation has gathered so far: the progress of a run that has none of its own yet.

-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "gathered" INTEGER NOT NULL DEFAULT 0;
