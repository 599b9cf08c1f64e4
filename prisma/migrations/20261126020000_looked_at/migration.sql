ALTER TABLE "connections" ADD COLUMN "looked_at_until" TIMESTAMPTZ(3);
