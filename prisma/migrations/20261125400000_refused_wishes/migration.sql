-- Why a wish was refused: its issues stand on the order until the person asks for something else.
ALTER TABLE "order_wishes" ADD COLUMN "refusal" JSONB;
