-- The tables of the first release. Written by prisma migrate diff; what Prisma's schema cannot say stands at the end.

-- CreateTable
CREATE TABLE "shops" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "taxes_included" BOOLEAN NOT NULL,
    "number_prefix" TEXT,
    "facts" JSONB,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shopify_sessions" (
    "id" TEXT NOT NULL,
    "shop_domain" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "sealed" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopify_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connections" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "ledger" TEXT NOT NULL,
    "realm_hash" TEXT NOT NULL,
    "realm_sealed" TEXT NOT NULL,
    "access_token_sealed" TEXT NOT NULL,
    "refresh_token_sealed" TEXT NOT NULL,
    "previous_refresh_token_sealed" TEXT,
    "access_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "refresh_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "parked_reason" TEXT,
    "facts" JSONB NOT NULL,
    "facts_read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_states" (
    "state_hash" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_states_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "settings" (
    "shop_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "statuses" TEXT[],
    "options" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "rule_sets" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_events" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" TEXT,
    "order_gid" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "deliveries" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_orders" (
    "shop_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "origin" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "first_due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "due_orders_pkey" PRIMARY KEY ("shop_id","order_gid")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER,
    "status" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "shopify_updated_at" TIMESTAMPTZ(3),
    "placed_at" TIMESTAMPTZ(3),
    "total_minor" BIGINT,
    "currency" TEXT,
    "decision" JSONB,
    "plan" JSONB,
    "proof" JSONB,
    "settings_version" INTEGER,
    "rule_set_version" INTEGER,
    "last_synced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "postings" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "entity" TEXT,
    "ledger_id" TEXT,
    "sync_token" TEXT,
    "doc_number" TEXT,
    "doc_date" DATE,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "balance_minor" BIGINT,
    "status" TEXT,
    "aspects" JSONB NOT NULL,
    "planned" JSONB NOT NULL,
    "links" JSONB NOT NULL,
    "customer_ledger_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "postings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operations" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "posting_id" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "request_id" TEXT NOT NULL,
    "payload_hash" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "planned" JSONB NOT NULL,
    "aspects" JSONB NOT NULL,
    "look_up" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "fault" JSONB,
    "intuit_tid" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "operations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bindings" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "local_key" TEXT NOT NULL,
    "ledger_id" TEXT,
    "name" TEXT,
    "state" TEXT NOT NULL,
    "request_id" TEXT,
    "details" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bindings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mappings" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "local_key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "mappings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_entries" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "timeline_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issues" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "cause_key" TEXT NOT NULL,
    "severity" TEXT,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "issues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_orders" (
    "issue_id" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issue_orders_pkey" PRIMARY KEY ("issue_id","order_gid")
);

-- CreateTable
CREATE TABLE "shop_cursors" (
    "shop_id" TEXT NOT NULL,
    "swept_until" TIMESTAMPTZ(3),

    CONSTRAINT "shop_cursors_pkey" PRIMARY KEY ("shop_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shops_domain_key" ON "shops"("domain");

-- CreateIndex
CREATE INDEX "shopify_sessions_shop_domain_idx" ON "shopify_sessions"("shop_domain");

-- CreateIndex
CREATE INDEX "connections_realm_hash_idx" ON "connections"("realm_hash");

-- CreateIndex
CREATE UNIQUE INDEX "connections_shop_id_id_key" ON "connections"("shop_id", "id");

-- CreateIndex
CREATE INDEX "oauth_states_shop_id_idx" ON "oauth_states"("shop_id");

-- CreateIndex
CREATE INDEX "oauth_states_expires_at_idx" ON "oauth_states"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_shop_id_version_key" ON "rule_sets"("shop_id", "version");

-- CreateIndex
CREATE INDEX "inbox_events_shop_id_order_gid_idx" ON "inbox_events"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "inbox_events_received_at_idx" ON "inbox_events"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_events_shop_id_topic_webhook_id_key" ON "inbox_events"("shop_id", "topic", "webhook_id");

-- CreateIndex
CREATE INDEX "due_orders_due_at_idx" ON "due_orders"("due_at");

-- CreateIndex
CREATE INDEX "due_orders_shop_id_due_at_idx" ON "due_orders"("shop_id", "due_at");

-- CreateIndex
CREATE INDEX "orders_shop_id_name_idx" ON "orders"("shop_id", "name");

-- CreateIndex
CREATE INDEX "orders_shop_id_state_idx" ON "orders"("shop_id", "state");

-- CreateIndex
CREATE INDEX "orders_shop_id_updated_at_idx" ON "orders"("shop_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "orders_shop_id_order_gid_key" ON "orders"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "snapshots_shop_id_order_gid_taken_at_idx" ON "snapshots"("shop_id", "order_gid", "taken_at");

-- CreateIndex
CREATE INDEX "postings_shop_id_state_idx" ON "postings"("shop_id", "state");

-- CreateIndex
CREATE INDEX "postings_connection_id_ledger_id_idx" ON "postings"("connection_id", "ledger_id");

-- CreateIndex
CREATE UNIQUE INDEX "postings_shop_id_id_key" ON "postings"("shop_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "postings_shop_id_connection_id_order_gid_kind_part_revision_key" ON "postings"("shop_id", "connection_id", "order_gid", "kind", "part", "revision");

-- CreateIndex
CREATE INDEX "operations_shop_id_posting_id_idx" ON "operations"("shop_id", "posting_id");

-- CreateIndex
CREATE INDEX "operations_shop_id_state_idx" ON "operations"("shop_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "operations_shop_id_request_id_key" ON "operations"("shop_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "bindings_shop_id_connection_id_type_local_key_key" ON "bindings"("shop_id", "connection_id", "type", "local_key");

-- CreateIndex
CREATE UNIQUE INDEX "mappings_shop_id_type_local_key_key" ON "mappings"("shop_id", "type", "local_key");

-- CreateIndex
CREATE INDEX "timeline_entries_shop_id_order_gid_id_idx" ON "timeline_entries"("shop_id", "order_gid", "id");

-- CreateIndex
CREATE INDEX "issues_shop_id_state_idx" ON "issues"("shop_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "issues_shop_id_id_key" ON "issues"("shop_id", "id");

-- CreateIndex
CREATE INDEX "issue_orders_shop_id_order_gid_idx" ON "issue_orders"("shop_id", "order_gid");

-- AddForeignKey
ALTER TABLE "connections" ADD CONSTRAINT "connections_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "oauth_states" ADD CONSTRAINT "oauth_states_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "inbox_events" ADD CONSTRAINT "inbox_events_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_orders" ADD CONSTRAINT "due_orders_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "postings" ADD CONSTRAINT "postings_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "postings" ADD CONSTRAINT "postings_shop_id_connection_id_fkey" FOREIGN KEY ("shop_id", "connection_id") REFERENCES "connections"("shop_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "operations" ADD CONSTRAINT "operations_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "operations" ADD CONSTRAINT "operations_shop_id_posting_id_fkey" FOREIGN KEY ("shop_id", "posting_id") REFERENCES "postings"("shop_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_shop_id_connection_id_fkey" FOREIGN KEY ("shop_id", "connection_id") REFERENCES "connections"("shop_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "issues" ADD CONSTRAINT "issues_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "issue_orders" ADD CONSTRAINT "issue_orders_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "issue_orders" ADD CONSTRAINT "issue_orders_shop_id_issue_id_fkey" FOREIGN KEY ("shop_id", "issue_id") REFERENCES "issues"("shop_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shop_cursors" ADD CONSTRAINT "shop_cursors_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shops"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Partial unique indexes: what must be single while it lives.
CREATE UNIQUE INDEX "connections_one_per_shop" ON "connections"("shop_id") WHERE "status" <> 'revoked';
CREATE UNIQUE INDEX "postings_one_live_per_part" ON "postings"("shop_id", "connection_id", "order_gid", "kind", "part") WHERE "state" NOT IN ('undone', 'rejected');
CREATE UNIQUE INDEX "operations_one_open_per_posting" ON "operations"("posting_id") WHERE "state" IN ('intended', 'sent', 'unknown');
CREATE UNIQUE INDEX "issues_one_open_per_cause" ON "issues"("shop_id", "cause_key") WHERE "state" = 'open';

-- Closed sets of words. Open sets (document kinds, modes, topics, binding types) belong to the code alone: a new one needs no migration.
ALTER TABLE "connections" ADD CONSTRAINT "connections_status_known" CHECK ("status" IN ('active', 'parked', 'revoked'));
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_status_known" CHECK ("status" IN ('draft', 'published'));
ALTER TABLE "inbox_events" ADD CONSTRAINT "inbox_events_disposition_known" CHECK ("disposition" IN ('received', 'applied', 'superseded', 'parked'));
ALTER TABLE "due_orders" ADD CONSTRAINT "due_orders_origin_known" CHECK ("origin" IN ('webhook', 'sweep', 'person', 'retry'));
ALTER TABLE "postings" ADD CONSTRAINT "postings_state_known" CHECK ("state" IN ('intended', 'sent', 'posted', 'rejected', 'unknown', 'undone'));
ALTER TABLE "operations" ADD CONSTRAINT "operations_op_known" CHECK ("op" IN ('create', 'update', 'apply', 'close', 'void', 'delete'));
ALTER TABLE "operations" ADD CONSTRAINT "operations_state_known" CHECK ("state" IN ('intended', 'sent', 'done', 'rejected', 'unknown'));
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_state_known" CHECK ("state" IN ('intended', 'sent', 'bound', 'unknown'));
ALTER TABLE "issues" ADD CONSTRAINT "issues_state_known" CHECK ("state" IN ('open', 'resolved'));

-- Rows that would contradict themselves.
ALTER TABLE "shops" ADD CONSTRAINT "shops_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "postings" ADD CONSTRAINT "postings_currency_is_a_code" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "orders" ADD CONSTRAINT "orders_total_has_a_currency" CHECK ("total_minor" IS NULL OR "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "postings" ADD CONSTRAINT "postings_posted_has_an_id" CHECK ("state" <> 'posted' OR "ledger_id" IS NOT NULL);
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_bound_has_an_id" CHECK ("state" <> 'bound' OR "ledger_id" IS NOT NULL);
ALTER TABLE "issues" ADD CONSTRAINT "issues_resolved_has_an_instant" CHECK (("state" = 'resolved') = ("resolved_at" IS NOT NULL));
