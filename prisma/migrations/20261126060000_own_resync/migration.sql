-- Resync on an order's own page is kept as what a person asked: it lets the order pass what holds it, also while a run waits for the order.
ALTER TABLE "order_wishes" DROP CONSTRAINT "order_wishes_kind_known";
ALTER TABLE "order_wishes" ADD CONSTRAINT "order_wishes_kind_known" CHECK ("kind" IN ('remove', 'leave_out', 'link', 'resync'));
